"""One at a time: a decorator for functions that must not overlap."""

import functools
import threading


def synchronized(function):
    lock = threading.RLock()

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        with lock:
            return function(*args, **kwargs)

    return wrapper
