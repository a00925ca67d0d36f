# A lock of threads for an executor's initializer.
# spawn: FRK302
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
    with ProcessPoolExecutor(2, initializer=set_lock, initargs=(threading.Lock(),)) as executor:
        print(list(executor.map(double, range(3))))
