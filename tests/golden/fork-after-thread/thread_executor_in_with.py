# Leaving the with statement waits for the threads; within it they are alive.
import multiprocessing
from concurrent.futures import ThreadPoolExecutor


def fetch(url):
    return len(url)


def square(x):
    return x * x


def after(urls):
    with ThreadPoolExecutor(4) as executor:
        print(list(executor.map(fetch, urls)))
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        print(pool.map(square, range(4)))
        pool.terminate()
        pool.join()


def within(urls):
    with ThreadPoolExecutor(4) as executor:
        sizes = executor.map(fetch, urls)
        with multiprocessing.Pool(2) as pool:
#            ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#            ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of ThreadPoolExecutor is alive.
#      flow: within(["a", "b"])
#      flow: executor.map(fetch, urls)
#      flow: multiprocessing.Pool(2)
            print(pool.map(square, sizes))


if __name__ == "__main__":
    after(["a", "b"])
    within(["a", "b"])
