"""A pool whose workers have nothing to do."""

import multiprocessing
import time

if __name__ == "__main__":
    with multiprocessing.get_context("fork").Pool(2) as pool:
        pool.map(abs, range(8))
        time.sleep(1000)
