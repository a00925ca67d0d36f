# A constant is computed: adjacent strings, and plain concatenation.
import multiprocessing

one = multiprocessing.get_context("fo" "rk")
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
two = multiprocessing.get_context("fork" + "server")
