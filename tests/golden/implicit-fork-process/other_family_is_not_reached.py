# multiprocess has a default context of its own, which multiprocessing's set_start_method does not reach.
import multiprocessing

import multiprocess

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    with multiprocess.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocess.Pool' creates its processes by fork, the default start method on Linux.
        pool.map(abs, [1])
