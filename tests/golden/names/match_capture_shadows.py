# A capture pattern binds the name anew.
# silent
from multiprocessing import Pool


def start(kind):
    match kind:
        case {"pool": Pool}:
            return Pool(2)
