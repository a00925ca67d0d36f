# Linux gets spawn.
# silent
import multiprocessing
import sys

import pools

if __name__ == "__main__":
    if sys.platform.startswith("linux"):
        multiprocessing.set_start_method("spawn")
    pools.run()
