# args: --target-python 3.11
# silent
from concurrent.futures import ProcessPoolExecutor

ProcessPoolExecutor(max_tasks_per_child=1)
