"""Forks beside native threads until a child does not come out of the fork, says which, and waits for it."""

import os
import time
import warnings

import foreign_threads

warnings.simplefilter("ignore")


def fork_once():
    child = os.fork()
    if child == 0:
        os._exit(0)
    deadline = time.monotonic() + 2
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        if time.monotonic() > deadline:
            return child
        time.sleep(0.0002)
    return None


foreign_threads.start(3)
while True:
    stuck = fork_once()
    if stuck is not None:
        print(stuck, flush=True)
        os.waitpid(stuck, 0)
        break
os._exit(0)
