# silent
import multiprocessing

import pools

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    POOL = pools.make()
