import multiprocessing


def load():
    with multiprocessing.Pool(2) as pool:
        return pool.map(abs, range(4))
