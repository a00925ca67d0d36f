# silent
import multiprocessing

import pools

multiprocessing.get_context("spawn")
POOL = pools.make()
