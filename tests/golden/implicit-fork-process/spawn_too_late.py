# Too late: the pool forked before.
import multiprocessing

if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        pool.map(abs, [1])
    multiprocessing.set_start_method("spawn")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 warning: 'multiprocessing.set_start_method' comes too late and raises RuntimeError.
