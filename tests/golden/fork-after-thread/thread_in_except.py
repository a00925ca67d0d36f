# The thread is what is done instead of the process.
import multiprocessing
import threading


def work():
    print("working")


def start():
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    try:
        process.start()
    except OSError:
        threading.Thread(target=work).start()


if __name__ == "__main__":
    start()
