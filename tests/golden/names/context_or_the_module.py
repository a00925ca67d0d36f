# The module stands in for a context: what is made from it follows the default, and forks only then.
import multiprocessing as mp


def run():
    try:
        ctx = mp.get_context("spawn")
    except RuntimeError:
        ctx = mp
    process = ctx.Process(target=print)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 note: 'multiprocessing.Process' may create its processes by fork: which of several contexts it gets is not known here.
    process.start()
    process.join()
