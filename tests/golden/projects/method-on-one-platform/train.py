# Only macOS gets spawn, which it has anyway.
import multiprocessing
import sys

import pools

if __name__ == "__main__":
    if sys.platform == "darwin":
        multiprocessing.set_start_method("spawn")
    pools.run()
