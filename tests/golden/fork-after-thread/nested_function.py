# A nested function is run where it is called.
import multiprocessing
import threading
import time


def main():
    def start():
        threading.Thread(target=time.sleep, args=(1,)).start()

    def never():
        threading.Timer(1, print).start()

    process = multiprocessing.Process(target=print)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    start()
    process = multiprocessing.Process(target=print)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of threading.Thread is alive.
    process.start()
    return never


if __name__ == "__main__":
    main()
