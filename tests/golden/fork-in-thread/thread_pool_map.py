# map hands the function to the threads as well.
import multiprocessing
from concurrent.futures import ThreadPoolExecutor


def square(x):
    return x * x


def compute(numbers):
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK204 error: 'multiprocessing.Pool' forks in a thread of ThreadPoolExecutor, not in the main thread.
        return pool.map(square, numbers)


if __name__ == "__main__":
    with ThreadPoolExecutor(1) as executor:
        print(list(executor.map(compute, [[1, 2]])))
