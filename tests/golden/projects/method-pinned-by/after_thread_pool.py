# Settles the default start method: one that is set later raises.
import multiprocessing
import multiprocessing.pool

if __name__ == "__main__":
    multiprocessing.pool.ThreadPool(2)
    multiprocessing.set_start_method("spawn")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 warning: 'multiprocessing.set_start_method' comes too late and raises RuntimeError.
