# The environment decides; without it the program spawns.
import multiprocessing
import os

import pools

if __name__ == "__main__":
    multiprocessing.set_start_method(os.environ.get("ACME_START_METHOD", "spawn"))
    pools.run()
