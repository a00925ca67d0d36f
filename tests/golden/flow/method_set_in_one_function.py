# Nobody knows whether setup() runs before run().
import multiprocessing


def setup():
    multiprocessing.set_start_method("spawn", force=True)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 note: 'multiprocessing.set_start_method' changes the start method of the whole program from library code.


def run():
    return multiprocessing.Pool(2)
#          ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
