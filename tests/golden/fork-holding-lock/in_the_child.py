# The child takes the lock, not its parent.
import multiprocessing
import threading

lock = threading.Lock()


def work():
    with lock:
        print("working")


if __name__ == "__main__":
    for _ in range(2):
        multiprocessing.Process(target=work).start()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
