import multiprocessing


def run():
    multiprocessing.Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 note: 'multiprocessing.Process' may create its processes by fork: the start method that is set before it is not known here.
