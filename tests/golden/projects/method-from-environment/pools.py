import multiprocessing


def run():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 note: 'multiprocessing.Pool' may create its processes by fork: the start method that is set before it is not known here.
        print(pool.map(abs, range(4)))
