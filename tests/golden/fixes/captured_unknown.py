# What is captured can't be seen in the code: the fix says so.
import multiprocessing
from functools import partial


def start(item):
    multiprocessing.Process(target=lambda: print(item)).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#      fix: unsafe: Take it from a "spawn" context; the lambda as '_start_target' at module level (may break: forklint does not know what 'item' is, which must be picklable)
    print(partial)


if __name__ == "__main__":
    start(input())
