# args: --platform macos
# spawn has been the default on macOS since Python 3.8.
import multiprocessing
import os

multiprocessing.Pool(2)
#^^^^^^^^^^^^^^^^^^^^^^ FRK303 error: 'multiprocessing.Pool' is reached when the script is imported: no main guard stands before it.
os.fork()
#^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
#^^^^^^^^ FRK201 error: 'os.fork' forks while a thread of multiprocessing.Pool is alive.
