import multiprocessing


def make():
    return multiprocessing.Pool(2)
#          ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#          says: No other start method is set before it in evaluate.py and train.py;
#          related: evaluate.py: multiprocessing.get_context("spawn")
#          related: train.py: import pools
