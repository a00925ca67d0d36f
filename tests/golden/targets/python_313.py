# args: --target-python 3.13
import multiprocessing

multiprocessing.Pool(2)
#^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
