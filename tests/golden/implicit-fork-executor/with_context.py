# By keyword, or as the second argument.
# silent
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

ctx = multiprocessing.get_context("spawn")
ProcessPoolExecutor(mp_context=ctx).submit(abs, -1)
ProcessPoolExecutor(4, ctx).submit(abs, -1)
