# The method arrives in a dictionary.
import multiprocessing

OPTIONS = {"method": "fork"}
ctx = multiprocessing.get_context(**OPTIONS)
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
