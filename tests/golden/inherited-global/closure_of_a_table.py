# The main process fills a table that two functions share, which the workers read.
import multiprocessing


def table():
    known = {}

    def put(name, value):
        known[name] = value

    def get(name):
        return known.get(name)
#              ^^^^^ FRK305 warning: A process of 'multiprocessing.Pool' reads 'known', which the main process fills after import.

    return put, get


put, get = table()


def price(name):
    return get(name)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    put("nut", 3)
    with multiprocessing.Pool(1) as pool:
        print(pool.map(price, ["nut"]), flush=True)
