# The child of spawn is a program like any other, but its default is spawn; that of fork forks.
import multiprocessing
import threading
import time


def report():
    time.sleep(1)


def work():
    threading.Thread(target=report, daemon=True).start()
    process = multiprocessing.Process(target=report)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of threading.Thread is alive.
#      flow: process.start()
#      flow: threading.Thread(target=report, daemon=True).start()
#      flow: process.start()
    process.start()
    process.join()


def work_of_spawn():
    threading.Thread(target=report, daemon=True).start()
    process = multiprocessing.Process(target=report)
    process.start()
    process.join()


if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(target=work_of_spawn)
    process.start()
    process.join()
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()
