# A class handed on as a default.
import multiprocessing


def run(factory=multiprocessing.Pool):
    return factory(2)
#          ^^^^^^^^^^ FRK102 note: 'multiprocessing.Pool' may create its processes by fork: what is called here is not known here.
