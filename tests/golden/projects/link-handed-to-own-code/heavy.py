import multiprocessing
import threading


def heavy():
    threading.Thread(target=print, daemon=True).start()
    multiprocessing.Pool(2).map(print, [1])
#   ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
