# silent
import multiprocessing

import pools


def run():
    multiprocessing.set_start_method("spawn")
    return pools.make()
