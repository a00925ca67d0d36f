# What one round of a loop starts may be alive in the next one.
import threading
from multiprocessing import Process


def work(jobs):
    for job in jobs:
        child = Process(target=print, args=(job,))
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 warning: 'multiprocessing.Process' may fork while a thread of threading.Thread is alive.
        child.start()
        threading.Thread(target=print).start()


if __name__ == "__main__":
    work([1, 2])
