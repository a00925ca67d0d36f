# dill's multiprocessing: the same API, another default.
import multiprocess as mp

mp.Pool(2)
#^^^^^^^^^ FRK102 warning: 'multiprocess.Pool' creates its processes by fork, the default start method on Linux.
mp.get_context("spawn").Pool(2)
mp.get_context("fork").Pool(2)
#^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocess.get_context' is asked for the fork start method.
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocess.Pool' forks while a thread of multiprocessing.Pool is alive.
