# Both are held, and one finding says so.
import multiprocessing
import threading

first = threading.Lock()
second = threading.RLock()


def work():
    print("working")


if __name__ == "__main__":
    with first, second:
        process = multiprocessing.Process(target=work)
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK202 error: 'multiprocessing.Process' forks while a threading.Lock is held.
#      related: second
        process.start()
    process.join()
