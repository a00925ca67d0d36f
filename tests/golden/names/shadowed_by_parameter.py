# A parameter hides the import.
# silent
from multiprocessing import Pool


def run(Pool):
    return Pool(2)
