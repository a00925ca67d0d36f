# The only way to run it sets spawn first.
# silent
import multiprocessing

import pools

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    pools.make()
