import multiprocessing

from pebble import ProcessPool, ThreadPool

ProcessPool()
#^^^^^^^^^^^^ FRK103 warning: 'pebble.ProcessPool' forks its workers, because fork is the default start method on Linux before Python 3.14.
ProcessPool(context=multiprocessing.get_context("spawn"))
ThreadPool()
