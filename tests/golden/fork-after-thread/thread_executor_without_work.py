# An executor has no thread before its first task.
import multiprocessing
from concurrent.futures import ThreadPoolExecutor


def square(x):
    return x * x


if __name__ == "__main__":
    executor = ThreadPoolExecutor(4)
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        print(pool.map(square, range(4)))
    print(executor.submit(square, 3).result())
