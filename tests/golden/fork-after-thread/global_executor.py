# The executor is a global of the module and made when it is first asked for.
import multiprocessing
import time
from concurrent.futures import ThreadPoolExecutor

_executor = None


def get_executor():
    global _executor
    if _executor is None:
        _executor = ThreadPoolExecutor(4)
    return _executor


def work():
    print("working")


if __name__ == "__main__":
    get_executor().submit(time.sleep, 0.5)
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of ThreadPoolExecutor is alive.
#      flow: get_executor().submit(time.sleep, 0.5)
#      flow: process.start()
    process.start()
    process.join()
