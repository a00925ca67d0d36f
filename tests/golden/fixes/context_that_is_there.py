# A context that the module has is used.
import multiprocessing

spawning = multiprocessing.get_context("spawn")

if __name__ == "__main__":
    multiprocessing.Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
