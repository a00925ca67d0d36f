# args: --target-python 3.14
# From Python 3.14 on the default on Linux is forkserver; os.fork still forks.
import multiprocessing
import os

multiprocessing.Pool(2)
#^^^^^^^^^^^^^^^^^^^^^^ FRK303 error: 'multiprocessing.Pool' is reached when the script is imported: no main guard stands before it.
os.fork()
#^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
#^^^^^^^^ FRK201 error: 'os.fork' forks while a thread of multiprocessing.Pool is alive.
multiprocessing.get_context("fork")
ctx = multiprocessing.get_context("fork")
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
