# The loader is returned, and handed on: whoever runs over it forks the workers.
from torch.utils.data import DataLoader


def loader_for(dataset):
    return DataLoader(dataset, num_workers=4)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      related: loader_for(dataset)


def run_epoch(batches):
    for batch in batches:
        print(batch)


def evaluate(dataset):
    for batch in loader_for(dataset):
        print(batch)


def train(dataset):
    training = DataLoader(dataset, num_workers=2)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      related: batches
    validation = DataLoader(dataset, num_workers=0)
    run_epoch(training)
    run_epoch(validation)


def main(dataset):
    train(dataset)
    evaluate(dataset)
