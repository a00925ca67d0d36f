# Of two console scripts that reach the same pool, one sets spawn.
import multiprocessing


def fetch():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        says: No other start method is set before it in run() of crawl/app.py;
        return pool.map(len, ["a"])


def run():
    return fetch()


def run_safely():
    multiprocessing.set_start_method("spawn")
    return fetch()
