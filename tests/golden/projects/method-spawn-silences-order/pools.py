import multiprocessing


def run():
    with multiprocessing.Pool(2) as pool:
        print(pool.map(abs, range(4)))
