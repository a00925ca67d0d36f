# Set in the main guard, before anything else: silent.
# silent
import multiprocessing

import pools

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    pools.run()
