# The lock of the registry is held while its callers' factories run.
import multiprocessing

from registry import REGISTRY


def work():
    print("working")


def make():
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK202 error: 'multiprocessing.Process' forks while a threading.Lock is held.
#      flow: REGISTRY.get("worker", make)
#      flow: registry.py: self._lock
#      flow: registry.py: factory()
#      flow: process.start()
    process.start()
    return process


if __name__ == "__main__":
    REGISTRY.get("worker", make).join()
