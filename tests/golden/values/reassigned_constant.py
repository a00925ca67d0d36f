# Two assignments, one of them in a function: either value.
import multiprocessing

METHOD = "spawn"


def configure():
    global METHOD
    METHOD = "fork"


def start():
    return multiprocessing.get_context(METHOD)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 note: 'multiprocessing.get_context' may be asked for the fork start method: it is one of the values that can arrive here.
