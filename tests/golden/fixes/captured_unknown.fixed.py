# What is captured can't be seen in the code: the fix says so.
import multiprocessing
from functools import partial


def _start_target(item):
    return print(item)


def start(item):
    multiprocessing.get_context("spawn").Process(target=partial(_start_target, item)).start()
    print(partial)


if __name__ == "__main__":
    start(input())
