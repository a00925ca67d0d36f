# None arrives where no method was chosen.
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def run(method):
    ctx = multiprocessing.get_context("spawn") if method else None
    return ProcessPoolExecutor(mp_context=ctx)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK103 note: 'concurrent.futures.ProcessPoolExecutor' may fork its workers: which of several contexts it gets is not known here.
