# The initializer runs in each child.
import multiprocessing
import threading
import time


def prepare():
    threading.Thread(target=time.sleep, args=(10,), daemon=True).start()


def work():
    print("working")


if __name__ == "__main__":
    with multiprocessing.Pool(2, initializer=prepare) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        print(pool.map(abs, range(4)))
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()
