# A context of fork that a loader is given: both the loader and the loop over it are named.
import multiprocessing

from torch.utils.data import DataLoader


def context():
    return multiprocessing.get_context("fork")
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
#      related: DataLoader(dataset, num_workers=2, multiprocessing_context=context())
#      related: loader_for(dataset)


def loader_for(dataset):
    return DataLoader(dataset, num_workers=2, multiprocessing_context=context())


def main(dataset):
    for batch in loader_for(dataset):
        print(batch)


def by_name(dataset):
    loader = DataLoader(dataset, num_workers=2, multiprocessing_context="fork")
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'torch.utils.data.DataLoader' is asked for the fork start method.
#      related: loader
    for batch in loader:
        print(batch)
