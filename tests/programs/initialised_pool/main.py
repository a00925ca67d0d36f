import multiprocessing

settings = {}


def prepare(factor):
    settings["factor"] = factor


def scale(number):
    return number * settings["factor"]


def main():
    with multiprocessing.Pool(2, initializer=prepare, initargs=(10,)) as pool:
        print(pool.map(scale, [1, 2, 3]))


if __name__ == "__main__":
    main()
