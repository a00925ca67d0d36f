# One of the values that can arrive is fork.
import multiprocessing
import sys


def start(fast):
    method = "fork" if fast else "spawn"
    return multiprocessing.get_context(method)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 note: 'multiprocessing.get_context' may be asked for the fork start method: it is one of the values that can arrive here.
