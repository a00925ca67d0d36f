# Only one of the two runs.
# silent
import multiprocessing
import sys

if __name__ == "__main__":
    if len(sys.argv) > 1:
        multiprocessing.set_start_method("spawn")
    else:
        multiprocessing.set_start_method("forkserver")
