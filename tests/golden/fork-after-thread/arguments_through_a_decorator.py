# What a decorated function is given arrives in it where the wrapper passes it on.
import functools
import multiprocessing
import threading
import time


def work():
    print("working")


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print(function.__name__)
        return function(*args, **kwargs)

    return wrapper


def with_two(function):
    @functools.wraps(function)
    def wrapper(name):
        return function(name, processes=2)

    return wrapper


@logged
def compute(name, processes=None):
    if processes is not None and processes > 1:
        multiprocessing.Process(target=work).start()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


@with_two
def compute_by_two(name, processes=None):
    if processes is not None and processes > 1:
        multiprocessing.Process(target=work).start()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of threading.Thread is alive.


if __name__ == "__main__":
    compute("first", processes=2)
    threading.Thread(target=time.sleep, args=(60,)).start()
    compute("second")
    compute_by_two("third")
