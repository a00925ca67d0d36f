import multiprocessing as mp


def make_ctx():
    return mp.get_context()


def run():
    return make_ctx().Pool(2)
#          ^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
