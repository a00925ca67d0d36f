# A thread that is not started is none.
import multiprocessing
import threading


def report():
    print("ready")


if __name__ == "__main__":
    reporter = threading.Thread(target=report)
    process = multiprocessing.Process(target=report)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()
    reporter.start()
    reporter.join()
