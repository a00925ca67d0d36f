# A join that gives up leaves the thread possible.
import multiprocessing
import threading
import time


def warm_up():
    time.sleep(0.5)


def square(x):
    return x * x


if __name__ == "__main__":
    thread = threading.Thread(target=warm_up)
    thread.start()
    thread.join(timeout=0.1)
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 warning: 'multiprocessing.Pool' may fork while a thread of threading.Thread is alive.
        print(pool.map(square, range(4)))
