import multiprocessing

JOBS = multiprocessing.SimpleQueue()
