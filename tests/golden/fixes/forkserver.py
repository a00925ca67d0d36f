# args: --start-method forkserver
# The method that the user prefers.
import multiprocessing

if __name__ == "__main__":
    multiprocessing.Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
