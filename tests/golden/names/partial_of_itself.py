# A partial that is rebound to a partial of itself.
import functools
import multiprocessing


def make(layers, options):
    pool = multiprocessing.Pool
    for option in options:
        pool = functools.partial(pool, option)
    if layers:
        pool = functools.partial(pool, initargs=layers)
    workers = pool()
#             ^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
    return workers.map(abs, layers)
