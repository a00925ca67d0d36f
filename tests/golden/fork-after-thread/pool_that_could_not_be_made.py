# The second pool is made where making the first one failed; a thread that came before lives in both.
import multiprocessing
import threading
import time


def square(x):
    return x * x


def make():
    try:
        pool = multiprocessing.Pool(processes=2, maxtasksperchild=50)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
    except TypeError:
        pool = multiprocessing.Pool(processes=2)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
    return pool


def make_beside_a_thread():
    try:
        threading.Thread(target=time.sleep, args=(1,)).start()
        pool = multiprocessing.Pool(processes=2, maxtasksperchild=50)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
    except TypeError:
        pool = multiprocessing.Pool(processes=3)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
    return pool


if __name__ == "__main__":
    print(make().map(square, range(4)))
