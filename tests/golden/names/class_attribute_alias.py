# An alias in a class is only a name: nothing is reported before it is called.
# silent
import multiprocessing


class Runner:
    factory = multiprocessing.Pool
