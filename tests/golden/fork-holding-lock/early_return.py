# Leaving the with statement by return releases the lock.
import multiprocessing
import threading

lock = threading.Lock()
known = {}


def work():
    print("working")


def lookup(key):
    with lock:
        return known.get(key)


if __name__ == "__main__":
    if lookup("a") is None:
        process = multiprocessing.Process(target=work)
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
        process.start()
        process.join()
