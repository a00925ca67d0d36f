# What the workers start lives in them.
import multiprocessing
import threading
import time


def work(number):
    threading.Thread(target=time.sleep, args=(0.1,), daemon=True).start()
    return number


def run():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        print(pool.map(work, range(4)))
    process = multiprocessing.Process(target=print)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()


if __name__ == "__main__":
    run()
