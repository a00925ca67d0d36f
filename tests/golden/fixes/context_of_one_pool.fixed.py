# One process-creating call in the module names the context itself.
import multiprocessing as mp

if __name__ == "__main__":
    with mp.get_context("spawn").Pool(2) as pool:
        pool.map(abs, [1])
