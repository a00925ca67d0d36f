# What can't be pickled is left to people.
import multiprocessing

if __name__ == "__main__":
    multiprocessing.Process(target=lambda: print("x")).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
