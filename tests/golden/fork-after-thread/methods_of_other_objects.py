# One call runs the method of one object: what that of another class starts is not alive.
import multiprocessing
import sys
import threading
import time


def work():
    print("working")


class Watcher:
    def run(self):
        threading.Thread(target=time.sleep, args=(60,)).start()


class Worker:
    def run(self):
        multiprocessing.Process(target=work).start()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def run(job):
    job.run()


if __name__ == "__main__":
    run(Watcher() if "--watch" in sys.argv else Worker())
