import multiprocessing
import os


def compile_all(names):
    with multiprocessing.Pool(4) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        return pool.map(os.fspath, names)


def detach():
    if os.fork():
#      ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
        os._exit(0)
