import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def run():
    with multiprocessing.Pool(2) as pool:
        print(pool.map(abs, range(4)))
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(abs, range(4))))
