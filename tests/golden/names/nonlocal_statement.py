# `nonlocal` binds the name of the function around.
import multiprocessing


def outer():
    pool_class = None

    def choose():
        nonlocal pool_class
        pool_class = multiprocessing.Pool

    choose()
    return pool_class(2)
#          ^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
