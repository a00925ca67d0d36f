# By keyword, or as the second argument.
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

ctx = multiprocessing.get_context("spawn")
ProcessPoolExecutor(mp_context=ctx).submit(abs, -1)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK303 error: 'concurrent.futures.ProcessPoolExecutor' is reached when the script is imported: no main guard stands before it.
ProcessPoolExecutor(4, ctx).submit(abs, -1)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK303 error: 'concurrent.futures.ProcessPoolExecutor' is reached when the script is imported: no main guard stands before it.
