# The child starts a thread that forks.
import multiprocessing
import threading


def work():
    print("working")


def start_worker():
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK204 error: 'multiprocessing.Process' forks in a thread of threading.Thread, not in the main thread.
    process.start()
    process.join()


def child():
    thread = threading.Thread(target=start_worker)
    thread.start()
    thread.join()


if __name__ == "__main__":
    process = multiprocessing.Process(target=child)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()
