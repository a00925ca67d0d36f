# The initializer sets the global in each worker.
# spawn: works
import multiprocessing

prices = {}


def load(given):
    prices.update(given)


def price(name):
    return prices.get(name)


if __name__ == "__main__":
    with multiprocessing.Pool(1, initializer=load, initargs=({"nut": 3},)) as pool:
        print(pool.map(price, ["nut"]))
