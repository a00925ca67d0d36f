# The process starts the thread: that thread forks nothing.
import multiprocessing
import threading


def report():
    print("working")


def work():
    thread = threading.Thread(target=report)
    thread.start()
    thread.join()


if __name__ == "__main__":
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()
