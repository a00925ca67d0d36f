import multiprocessing

_pool = None


def run(rows):
    global _pool
    _pool = multiprocessing.Pool(2)
#           ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
    return _pool.map(abs, rows)
