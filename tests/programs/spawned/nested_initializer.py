# A pool whose initializer stands in a function.
# spawn: FRK301
import multiprocessing
import os


def double(x):
    return x * int(os.environ["FACTOR"])


def run(factor):
    def set_factor():
        os.environ["FACTOR"] = str(factor)

    with multiprocessing.Pool(2, initializer=set_factor) as pool:
        print(pool.map(double, range(4)))


if __name__ == "__main__":
    run(2)
