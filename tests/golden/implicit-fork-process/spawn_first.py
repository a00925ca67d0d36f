# The script sets another method before anything is created.
# silent
import multiprocessing

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    with multiprocessing.Pool(2) as pool:
        pool.map(abs, [1])
