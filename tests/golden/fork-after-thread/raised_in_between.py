# An error ends this way to the fork.
import multiprocessing
import sys
import threading


def work():
    print("working")


def start(threaded):
    if threaded:
        threading.Thread(target=work).start()
        raise SystemExit(0)
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


if __name__ == "__main__":
    start("--threads" in sys.argv)
