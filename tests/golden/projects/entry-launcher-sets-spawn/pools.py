# silent
import multiprocessing


def make():
    return multiprocessing.Pool(2)
