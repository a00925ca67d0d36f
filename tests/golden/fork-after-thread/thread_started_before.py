# The thread is alive for as long as the process is.
import multiprocessing
import threading
import time


def report():
    while True:
        time.sleep(0.1)


def square(x):
    return x * x


if __name__ == "__main__":
    reporter = threading.Thread(target=report, daemon=True)
    reporter.start()
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
#      flow: reporter.start()
#      flow: multiprocessing.Pool(2)
        print(pool.map(square, range(4)))
