# args: --fix-style entry-point
# The start method is set once, first thing under the main guard.
import multiprocessing


def main():
    multiprocessing.Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


if __name__ == "__main__":
    main()
