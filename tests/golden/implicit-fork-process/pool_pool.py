# The class itself: its 5th argument is a context.
import multiprocessing
from multiprocessing.pool import Pool

first = Pool(4)
#       ^^^^^^^ FRK102 warning: 'multiprocessing.pool.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
second = Pool(4, None, (), None, multiprocessing.get_context("spawn"))
third = Pool(4, context=multiprocessing.get_context("spawn"))
fourth = Pool(4, context=None)
#        ^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.pool.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.pool.Pool' forks while a thread of multiprocessing.Pool is alive.
