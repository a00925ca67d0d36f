# An alias at module level, used in a function.
import multiprocessing

Pool = multiprocessing.Pool


def run():
    with Pool(2) as pool:
#        ^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        return pool.map(abs, [1])
