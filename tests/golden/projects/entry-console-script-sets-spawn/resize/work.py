# silent
import multiprocessing


def resize_all(names):
    with multiprocessing.Pool(2) as pool:
        return pool.map(len, names)
