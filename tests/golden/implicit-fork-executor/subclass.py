import multiprocessing
from concurrent.futures import ProcessPoolExecutor


class Executor(ProcessPoolExecutor):
    pass


Executor(4)
#^^^^^^^^^^ FRK103 warning: 'Executor' forks its workers, because fork is the default start method on Linux before Python 3.14.
Executor(4, mp_context=multiprocessing.get_context("spawn"))
