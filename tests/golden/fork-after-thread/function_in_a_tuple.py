# A function that a tuple, a dict or a partial keeps has not run.
import functools
import multiprocessing
import threading
import time
from collections import namedtuple
from typing import NamedTuple

Step = namedtuple("Step", "prepare, finish")
Stage = NamedTuple("Stage", [("prepare", object)])


def prepare():
    threading.Thread(target=time.sleep, args=(60,)).start()


STEPS = {"first": Step(prepare, print), "second": Stage(prepare)}
NAMED = dict(prepare=prepare)
LATER = functools.partial(prepare)

if __name__ == "__main__":
    process = multiprocessing.Process(target=print)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()
