# None has no Pool: the alternative drops out.
try:
    import multiprocessing
except ImportError:
    multiprocessing = None


def squares(jobs):
    if multiprocessing is None or jobs == 1:
        return [abs(n) for n in range(3)]
    with multiprocessing.Pool(jobs) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        return pool.map(abs, range(3))
