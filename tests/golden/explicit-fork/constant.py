# The name comes from a constant of the module.
import multiprocessing

METHOD = "fork"


def start():
    return multiprocessing.get_context(METHOD)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
