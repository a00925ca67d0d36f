# args: --target-python 3.12
# A branch for a version that the project does not support never runs.
import multiprocessing
import sys

if sys.version_info >= (3, 8):
    ctx = multiprocessing.get_context("spawn")
else:
    ctx = multiprocessing.get_context("fork")
ctx.Pool(2)
#^^^^^^^^^^ FRK303 error: 'multiprocessing.Pool' is reached when the script is imported: no main guard stands before it.
