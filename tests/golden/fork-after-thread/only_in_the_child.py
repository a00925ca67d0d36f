# A thread that a child starts is not alive in its parent.
import multiprocessing
import threading


def report():
    print("working")


def work():
    thread = threading.Thread(target=report)
    thread.start()
    thread.join()


if __name__ == "__main__":
    first = multiprocessing.Process(target=work)
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    first.start()
    second = multiprocessing.Process(target=work)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    second.start()
    first.join()
    second.join()
