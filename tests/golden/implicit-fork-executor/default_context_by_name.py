# get_context() without a name is the default again.
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

executor = ProcessPoolExecutor(mp_context=multiprocessing.get_context())
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
