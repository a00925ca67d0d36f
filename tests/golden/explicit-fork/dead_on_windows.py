# fork does not exist there: this branch is not about this platform.
import multiprocessing
import sys

if sys.platform == "win32":
    ctx = multiprocessing.get_context("spawn")
else:
    ctx = multiprocessing.get_context("fork")
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
