# Positional arguments in a tuple.
import multiprocessing

ARGUMENTS = ("fork",)
ctx = multiprocessing.get_context(*ARGUMENTS)
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
