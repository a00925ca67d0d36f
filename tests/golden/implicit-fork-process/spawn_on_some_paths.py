# Where the flag is not given, it forks.
import multiprocessing
import sys

if __name__ == "__main__":
    if "--spawn" in sys.argv:
        multiprocessing.set_start_method("spawn")
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14, unless another one was set first.
        pool.map(abs, [1])
