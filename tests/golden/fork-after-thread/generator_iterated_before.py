# Iterated over before the fork.
import multiprocessing
import threading
import time


def numbers():
    threading.Thread(target=time.sleep, args=(1,)).start()
    yield 1
    yield 2


if __name__ == "__main__":
    for number in numbers():
        print(number)
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
        print(pool.map(abs, [1]))
