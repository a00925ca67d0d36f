# fork is what arrives where the caller says nothing.
import multiprocessing


def start(method="fork"):
    return multiprocessing.get_context(method)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 note: 'multiprocessing.get_context' may be asked for the fork start method: it is one of the values that can arrive here.
