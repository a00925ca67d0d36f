# Python threads never hold the interpreter's own lock, but everything else.
import multiprocessing
import threading
import time


def report():
    time.sleep(0.5)


def square(x):
    return x * x


if __name__ == "__main__":
    threading.Thread(target=report).start()
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
#      says: A lock that the thread holds at that moment
        print(pool.map(square, range(4)))
