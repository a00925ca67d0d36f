from multiprocessing import Pool

from .text import clean


def lengths(words):
    with Pool(2) as pool:
        return pool.map(clean, words)
