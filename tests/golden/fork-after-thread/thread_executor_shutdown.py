# shutdown() waits unless it is told not to.
import multiprocessing
import time
from concurrent.futures import ThreadPoolExecutor


def fetch(url):
    time.sleep(0.5)


def square(x):
    return x * x


def waits():
    executor = ThreadPoolExecutor(4)
    executor.submit(fetch, "a")
    executor.shutdown()
    pool = multiprocessing.Pool(2)
#          ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
    print(pool.map(square, range(4)))
    pool.close()
    pool.join()


def says_that_it_waits():
    executor = ThreadPoolExecutor(4)
    executor.submit(fetch, "a")
    executor.shutdown(wait=True)
    pool = multiprocessing.Pool(2)
#          ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
    print(pool.map(square, range(4)))
    pool.close()
    pool.join()


def goes_on():
    executor = ThreadPoolExecutor(4)
    executor.submit(fetch, "a")
    executor.shutdown(wait=False)
    pool = multiprocessing.Pool(2)
#          ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#          ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of ThreadPoolExecutor is alive.
    print(pool.map(square, range(4)))
    pool.close()
    pool.join()


if __name__ == "__main__":
    waits()
    says_that_it_waits()
    goes_on()
