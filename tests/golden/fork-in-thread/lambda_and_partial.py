# What the thread runs is wrapped.
import functools
import multiprocessing
import threading


def work():
    print("working")


def start_workers(count):
    for _ in range(count):
        process = multiprocessing.Process(target=work)
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK204 error: 'multiprocessing.Process' forks in a thread of threading.Thread, not in the main thread.
        process.start()
        process.join()


def start_one():
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK204 error: 'multiprocessing.Process' forks in a thread of threading.Thread, not in the main thread.
    process.start()
    process.join()


if __name__ == "__main__":
    first = threading.Thread(target=functools.partial(start_workers, 2))
    first.start()
    first.join()
    second = threading.Thread(target=lambda: start_one())
    second.start()
    second.join()
