# Either the thread or the process, never both.
import multiprocessing
import sys
import threading


def work():
    print("working")


def start(threaded):
    if threaded:
        threading.Thread(target=work).start()
    else:
        multiprocessing.Process(target=work).start()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


if __name__ == "__main__":
    start("--threads" in sys.argv)
