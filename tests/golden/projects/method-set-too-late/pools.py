import multiprocessing


def before():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      says: in train.py;
        print(pool.map(abs, range(4)))


def after():
    with multiprocessing.Pool(2) as pool:
        print(pool.map(abs, range(4)))
