# Threads under a pool's name.
# silent
import multiprocessing.dummy
from multiprocessing.dummy import Pool as DummyPool
from multiprocessing.pool import ThreadPool

ThreadPool(processes=4)
DummyPool(4)
multiprocessing.dummy.Process(target=print).start()
multiprocessing.dummy.Manager()
