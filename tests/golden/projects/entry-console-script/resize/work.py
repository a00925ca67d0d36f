import multiprocessing


def resize_all(names):
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        says: No other start method is set before it in main() of resize/cli.py;
#        related: resize/cli.py: main
        return pool.map(len, names)
