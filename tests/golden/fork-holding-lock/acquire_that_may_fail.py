# Where acquire() says so the lock is held.
import multiprocessing
import threading

lock = threading.Lock()


def work():
    print("working")


if __name__ == "__main__":
    if lock.acquire(blocking=False):
        process = multiprocessing.Process(target=work)
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK202 error: 'multiprocessing.Process' forks while a threading.Lock is held.
        process.start()
        process.join()
        lock.release()
