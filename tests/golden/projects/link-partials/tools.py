import functools
import threading
from multiprocessing import Process


def watch(name, delay):
    threading.Timer(delay, print, args=(name,)).start()


def fork(target, name):
    Process(target=target, name=name).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of threading.Timer is alive.


watch_soon = functools.partial(watch, delay=1.0)
fork_print = functools.partial(fork, print)
