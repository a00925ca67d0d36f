# A name put together at run time is not guessed.
# silent
import multiprocessing


def run(name):
    return getattr(multiprocessing, name)(2)
