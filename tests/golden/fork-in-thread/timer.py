# The function of a timer runs in a thread.
import multiprocessing
import threading


def work():
    print("working")


def start_worker():
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK204 error: 'multiprocessing.Process' forks in a thread of threading.Timer, not in the main thread.
    process.start()
    process.join()


if __name__ == "__main__":
    threading.Timer(0.1, start_worker).start()
