# The process starts before or after, not within.
import multiprocessing
import threading

lock = threading.Lock()
started = []


def work():
    print("working")


if __name__ == "__main__":
    with lock:
        first = multiprocessing.Process(target=work)
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    first.start()
    with lock:
        started.append(first)
    first.join()
