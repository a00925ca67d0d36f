# force=True changes the method even when it is settled.
# silent
import multiprocessing

import pools

if __name__ == "__main__":
    jobs = multiprocessing.SimpleQueue()
    jobs.put(1)
    multiprocessing.set_start_method("spawn", force=True)
    pools.run()
