# The iterator that a function keeps for itself is gone when it returns; one that it gives back is not.
from torch.utils.data import DataLoader


def peek(loader):
    batches = iter(loader)
    print(next(batches))


def start(loader):
    batches = iter(loader)
    return batches


def peek_and_go_on(dataset):
    training = DataLoader(dataset, num_workers=2)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    validation = DataLoader(dataset, num_workers=2)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    peek(training)
    for batch in validation:
        print(batch)


def start_and_go_on(dataset):
    training = DataLoader(dataset, num_workers=2)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    validation = DataLoader(dataset, num_workers=2)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'torch.utils.data.DataLoader' forks while a thread of a DataLoader with workers is alive.
    batches = start(training)
    for batch in validation:
        print(batch, next(batches))


def delete_and_go_on(dataset):
    for size in [1, 2]:
        training = DataLoader(dataset, batch_size=size, num_workers=2)
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        batches = iter(training)
        print(next(batches))
        del batches
        for batch in DataLoader(dataset, num_workers=2):
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
            print(batch)
