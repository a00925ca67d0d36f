# The thread is started on Windows only, where nothing forks.
import multiprocessing
import sys
import threading


def work():
    print("working")


if __name__ == "__main__":
    if sys.platform == "win32":
        threading.Thread(target=work).start()
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()
