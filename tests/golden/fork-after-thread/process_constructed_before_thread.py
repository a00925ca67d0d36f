# What counts is where the process starts, not where it is made.
import multiprocessing
import threading
import time


def report():
    time.sleep(0.5)


if __name__ == "__main__":
    process = multiprocessing.Process(target=report)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of threading.Thread is alive.
#      flow: reporter.start()
#      flow: process.start()
    reporter = threading.Thread(target=report)
    reporter.start()
    process.start()
    process.join()
    reporter.join()
