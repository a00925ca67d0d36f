# A number from the environment decides whether there is a module at all; a number has no Manager.
import os

mp = int(os.environ.get("WITH_PROCESSES", 1)) or None
if mp:
    try:
        import multiprocessing as mp
    except ImportError:
        mp = None


def share():
    manager = mp.Manager()
#             ^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Manager' creates its processes by fork, the default start method on Linux before Python 3.14.
    return manager.list()
