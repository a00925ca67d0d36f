# The thread is started under a condition that is not known here.
import multiprocessing
import sys
import threading
import time


def work():
    time.sleep(0.5)


if __name__ == "__main__":
    if "--report" in sys.argv:
        threading.Thread(target=work).start()
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 warning: 'multiprocessing.Process' may fork while a thread of threading.Thread is alive.
    process.start()
    process.join()
