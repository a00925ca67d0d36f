from pathos.multiprocessing import ProcessPool
from pathos.pools import ThreadPool

ProcessPool(2)
#^^^^^^^^^^^^^ FRK102 warning: 'pathos.multiprocessing.ProcessPool' creates its processes by fork, the default start method on Linux.
ThreadPool(2)
