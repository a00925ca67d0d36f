import multiprocessing
from concurrent.futures import ProcessPoolExecutor

executor = ProcessPoolExecutor(4, multiprocessing.get_context("fork"))
#                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
