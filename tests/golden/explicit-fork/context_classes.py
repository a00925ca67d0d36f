# The classes behind get_context("fork") and its like are named after their methods.
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import context, pool
from multiprocessing.context import ForkServerContext, SpawnContext


class QuietContext(context.ForkContext):
    pass


def work():
    pass


# Which of them is taken is said elsewhere.
by_name = {"fork": QuietContext(), "spawn": SpawnContext()}


if __name__ == "__main__":
    forking = context.ForkContext()
#             ^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.context.ForkContext' is asked for the fork start method.
    forking.Process(target=work).start()
    fresh = SpawnContext()
    fresh.Process(target=work).start()
    with ProcessPoolExecutor(mp_context=ForkServerContext()) as executor:
        executor.submit(work)
    with pool.Pool(2, context=QuietContext()) as workers:
#                             ^^^^^^^^^^^^^^ FRK101 warning: 'QuietContext' is asked for the fork start method.
        workers.apply(work)
