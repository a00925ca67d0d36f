# A pool whose initializer stands in a function.
import multiprocessing
import os


def double(x):
    return x * int(os.environ["FACTOR"])


def run(factor):
    def set_factor():
        os.environ["FACTOR"] = str(factor)

    with multiprocessing.Pool(2, initializer=set_factor) as pool:
#                                ^^^^^^^^^^^^^^^^^^^^^^ FRK301 error: A process of 'multiprocessing.Pool' can't be sent the nested function 'set_factor'.
        print(pool.map(double, range(4)))


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    run(2)
