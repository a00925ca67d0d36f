# A registry that is not ours keeps the function: when it runs, and whether, is not known.
import multiprocessing
import threading
import time

import catalog_of_datasets


def load():
    threading.Thread(target=time.sleep, args=(1,)).start()
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
        return pool.map(str, range(4))


def convert():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        return pool.map(str, range(4))


if __name__ == "__main__":
    catalog_of_datasets.register("cityscapes", load)
    convert()
