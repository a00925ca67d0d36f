# Set when the first pool is gone already.
import multiprocessing

import pools

if __name__ == "__main__":
    pools.before()
    multiprocessing.set_start_method("spawn", force=True)
    pools.after()
