# A context asked for by name.
import multiprocessing

ctx = multiprocessing.get_context("fork")
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
