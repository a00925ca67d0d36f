# Called by the main thread and by another one.
import multiprocessing
import threading


def work():
    print("working")


def start_worker():
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK204 error: 'multiprocessing.Process' forks in a thread of threading.Thread, not in the main thread.
#      flow: thread.start()
#      flow: process.start()
    process.start()
    process.join()


if __name__ == "__main__":
    start_worker()
    thread = threading.Thread(target=start_worker)
    thread.start()
    thread.join()
