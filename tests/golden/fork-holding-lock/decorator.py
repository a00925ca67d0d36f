# A decorator of the project takes the lock around the call.
import functools
import multiprocessing
import threading

lock = threading.Lock()


def synchronized(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        with lock:
            return function(*args, **kwargs)

    return wrapper


def work():
    print("working")


@synchronized
def start():
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK202 error: 'multiprocessing.Process' forks while a threading.Lock is held.
#      flow: start()
#      flow: lock
#      flow: function(*args, **kwargs)
#      flow: process.start()
    process.start()
    process.join()


if __name__ == "__main__":
    start()
