# Between acquire() and release().
import multiprocessing
import threading

lock = threading.Lock()


def work():
    print("working")


def held():
    lock.acquire()
    try:
        process = multiprocessing.Process(target=work)
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK202 error: 'multiprocessing.Process' forks while a threading.Lock is held.
#      flow: held()
#      flow: lock.acquire()
#      flow: process.start()
        process.start()
    finally:
        lock.release()
    process.join()


def released():
    lock.acquire()
    lock.release()
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()


if __name__ == "__main__":
    released()
    held()
