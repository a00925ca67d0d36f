import multiprocessing


def scale(number):
    return number * factor


if __name__ == "__main__":
    factor = 3
    with multiprocessing.Pool(2) as pool:
        print(pool.map(scale, [1, 2]))
