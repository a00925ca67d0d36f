# The same variable decides about both.
import multiprocessing
import sys
import threading


def work():
    print("working")


if __name__ == "__main__":
    thread = None
    if "--report" in sys.argv:
        thread = threading.Thread(target=work)
        thread.start()
    if thread is not None:
        thread.join()
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()
