# A task of a thread pool.
import multiprocessing
from concurrent.futures import ThreadPoolExecutor


def square(x):
    return x * x


def compute(numbers):
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK204 error: 'multiprocessing.Pool' forks in a thread of ThreadPoolExecutor, not in the main thread.
#      flow: executor.submit(compute, [1, 2])
#      flow: multiprocessing.Pool(2)
        return pool.map(square, numbers)


if __name__ == "__main__":
    with ThreadPoolExecutor(1) as executor:
        print(executor.submit(compute, [1, 2]).result())
