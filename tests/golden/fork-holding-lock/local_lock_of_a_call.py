# The lock is handed over as an argument.
import multiprocessing
import threading


def work():
    print("working")


def start(lock):
    with lock:
        process = multiprocessing.Process(target=work)
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK202 error: 'multiprocessing.Process' forks while a threading.Lock is held.
#      flow: start(threading.Lock())
#      flow: lock
#      flow: process.start()
        process.start()


if __name__ == "__main__":
    start(threading.Lock())
