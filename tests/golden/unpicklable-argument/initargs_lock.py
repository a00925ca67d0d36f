# A lock of threads for an executor's initializer.
import multiprocessing
import threading
from concurrent.futures import ProcessPoolExecutor

lock = None


def set_lock(given):
    global lock
    lock = given


def double(x):
    with lock:
        return 2 * x


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    with ProcessPoolExecutor(2, initializer=set_lock, initargs=(threading.Lock(),)) as executor:
#                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK302 error: A process of 'concurrent.futures.ProcessPoolExecutor' can't be sent a lock of threads.
        print(list(executor.map(double, range(3))))
