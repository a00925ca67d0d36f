# What was set before is put back: that changes nothing for anyone.
import multiprocessing


def scan(path):
    before = multiprocessing.get_start_method()
    print(path)
    multiprocessing.set_start_method(before, force=True)


def spawn_instead(path):
    method = "spawn"
    print(path)
    multiprocessing.set_start_method(method, force=True)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 note: 'multiprocessing.set_start_method' changes the start method of the whole program from library code.
