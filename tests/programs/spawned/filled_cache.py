# The main process fills a table that the workers read.
# spawn: FRK305
import multiprocessing

prices = {}


def load():
    prices["nut"] = 3


def price(name):
    return prices.get(name)


if __name__ == "__main__":
    load()
    with multiprocessing.Pool(1) as pool:
        print(pool.map(price, ["nut"]))
