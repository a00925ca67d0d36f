# The main process fills a table that the workers read.
import multiprocessing

prices = {}


def load():
    prices["nut"] = 3


def price(name):
    return prices.get(name)
#          ^^^^^^ FRK305 warning: A process of 'multiprocessing.Pool' reads 'prices', which the main process fills after import.


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    load()
    with multiprocessing.Pool(1) as pool:
        print(pool.map(price, ["nut"]))
