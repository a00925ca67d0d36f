# This branch does not run on Linux.
# silent
import multiprocessing
import sys

if sys.platform == "darwin":
    multiprocessing.get_context("fork").Pool(2)
else:
    multiprocessing.get_context("spawn").Pool(2)
