# The initializer sets the global in each worker.
# silent
import multiprocessing

prices = {}


def load(given):
    prices.update(given)


def price(name):
    return prices.get(name)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    with multiprocessing.Pool(1, initializer=load, initargs=({"nut": 3},)) as pool:
        print(pool.map(price, ["nut"]))
