# Settles nothing: the start method may still be set.
import concurrent.futures
import multiprocessing

if __name__ == "__main__":
    concurrent.futures.ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn"))
    multiprocessing.set_start_method("spawn")
