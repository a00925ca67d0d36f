# Called by the main thread, and handed to no thread.
import multiprocessing
import threading


def work():
    print("working")


def start_worker():
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()


if __name__ == "__main__":
    start_worker()
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
