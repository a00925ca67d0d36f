# One arm forks, the others do not.
import multiprocessing


def start(kind):
    match kind:
        case "thread":
            return multiprocessing.pool.ThreadPool(2)
        case "spawn":
            return multiprocessing.get_context("spawn").Pool(2)
        case _:
            return multiprocessing.Pool(2)
#                  ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
