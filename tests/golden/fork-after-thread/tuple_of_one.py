# The items of a tuple that is made of an object are what the object gives, not the object.
import multiprocessing
import threading
import time


def work():
    print("working")


class Watched:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        threading.Thread(target=time.sleep, args=(60,)).start()
        return iter(self.items)


class Wrapper:
    def __init__(self, items):
        self.items = (items,) if isinstance(items, Watched) else tuple(items)
        for each in self.items:
            print(each)


def wrapped(names):
    Wrapper(Watched(names))
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def run_over(names):
    for name in Watched(names):
        print(name)
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of threading.Thread is alive.
