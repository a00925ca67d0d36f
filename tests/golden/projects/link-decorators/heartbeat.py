import functools
import threading

REGISTRY = {}


def with_heartbeat(interval):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            stop = threading.Event()
            beat = threading.Thread(target=stop.wait, args=(10 * interval,))
            beat.start()
            try:
                return function(*args, **kwargs)
            finally:
                stop.set()
                beat.join()

        return wrapper

    return decorate


def register(function):
    REGISTRY[function.__name__] = function
    return function
