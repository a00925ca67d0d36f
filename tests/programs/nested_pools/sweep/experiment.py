"""One experiment: several folds, each in a process."""

import multiprocessing


def run_fold(arguments):
    rate, fold = arguments
    return (rate * 7 + fold * 3) % 10


def run_experiment(rate, folds=3):
    """In a spawned process the pool spawns as well; called directly it forks."""
    with multiprocessing.Pool(2) as pool:
        return pool.map(run_fold, [(rate, fold) for fold in range(folds)])
