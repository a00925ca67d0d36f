# args: --platform macos
import multiprocessing
import sys

if sys.platform == "darwin":
    multiprocessing.get_context("fork").Pool(2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
else:
    multiprocessing.get_context("spawn").Pool(2)
