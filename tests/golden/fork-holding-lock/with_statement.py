# The child inherits the lock as it is: locked.
import multiprocessing
import threading

lock = threading.Lock()


def work():
    print("working")


if __name__ == "__main__":
    with lock:
        process = multiprocessing.Process(target=work)
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK202 error: 'multiprocessing.Process' forks while a threading.Lock is held.
#      flow: lock
#      flow: process.start()
        process.start()
    process.join()
