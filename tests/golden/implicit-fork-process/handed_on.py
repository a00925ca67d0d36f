# Nobody makes a process for somebody else and wants it never started.
import multiprocessing


def make():
    return multiprocessing.Process(target=print)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
