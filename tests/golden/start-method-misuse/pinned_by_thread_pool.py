# Even a pool of threads settles the default.
import multiprocessing
from multiprocessing.pool import ThreadPool

if __name__ == "__main__":
    with ThreadPool(2) as pool:
        pool.map(abs, [1])
    multiprocessing.set_start_method("spawn")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 warning: 'multiprocessing.set_start_method' comes too late and raises RuntimeError.
