"""Rows for a model, made ready by several processes."""

from multiprocessing import Pool


def normalise(row):
    low, high = min(row), max(row)
    return [round((value - low) / (high - low), 3) for value in row]


def load(rows, workers):
    with Pool(processes=workers) as pool:
        return pool.map(normalise, rows)
