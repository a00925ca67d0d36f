import multiprocessing

ctx = multiprocessing.get_context("spawn")
Pool = multiprocessing.Pool
