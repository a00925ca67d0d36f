# args: --target-python 3.11
# From Python 3.11 on, max_tasks_per_child without a context chooses spawn.
from concurrent.futures import ProcessPoolExecutor

ProcessPoolExecutor(max_tasks_per_child=10)
ProcessPoolExecutor(max_tasks_per_child=None)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
