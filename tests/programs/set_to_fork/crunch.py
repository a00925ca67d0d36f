import multiprocessing


def negate(number):
    return -number


def run(numbers):
    with multiprocessing.Pool(2) as pool:
        return pool.map(negate, numbers)
