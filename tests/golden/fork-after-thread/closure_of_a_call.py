# What a closure runs is what its maker was given in this call.
import functools
import multiprocessing
import threading
import time


def work():
    print("working")


def start_thread():
    threading.Thread(target=time.sleep, args=(60,)).start()


def once(function):
    @functools.wraps(function)
    def run(*args):
        if multiprocessing.parent_process() is None:
            return function(*args)
        return None

    return run


def on_main(function, *args):
    return once(function)(*args)


def fork():
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def prepare():
    print("prepared")


def with_a_thread():
    on_main(start_thread)
    on_main(prepare)


def without():
    on_main(prepare)
    on_main(fork)


def with_both():
    on_main(start_thread)
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 warning: 'multiprocessing.Process' may fork while a thread of threading.Thread is alive.
