# What runs over a loader for someone else forks its workers: enumerate, zip, tqdm, iter, list, comprehensions.
from itertools import islice

from torch.utils.data import DataLoader
from tqdm import tqdm


def counted(dataset):
    loader = DataLoader(dataset, num_workers=4)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      related: enumerate(loader)
    for number, batch in enumerate(loader):
        print(number, batch)


def with_labels(dataset, labels):
    loader = DataLoader(dataset, num_workers=4)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      related: zip(loader, labels)
    for batch, label in zip(loader, labels):
        print(batch, label)


def with_progress(dataset):
    loader = DataLoader(dataset, num_workers=4)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      related: tqdm(enumerate(loader), total=len(loader))
    for number, batch in tqdm(enumerate(loader), total=len(loader)):
        print(number, batch)


def first(dataset):
    loader = DataLoader(dataset, num_workers=4)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      related: iter(loader)
    return next(iter(loader))


def by_hand(dataset):
    loader = DataLoader(dataset, num_workers=4)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      related: iter(loader)
    batches = iter(loader)
    while True:
        try:
            print(next(batches))
        except StopIteration:
            return


def all_of_them(dataset):
    loader = DataLoader(dataset, num_workers=4)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      related: list(loader)
    return list(loader)


def first_few(dataset):
    loader = DataLoader(dataset, num_workers=4)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      related: islice(loader, 3)
    for batch in islice(loader, 3):
        print(batch)


def sizes(dataset):
    loader = DataLoader(dataset, num_workers=4)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      related: loader
    return [len(batch) for batch in loader]


def total(dataset):
    loader = DataLoader(dataset, num_workers=4)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      related: loader
    return sum(len(batch) for batch in loader)


def endlessly(dataset):
    loader = DataLoader(dataset, num_workers=4)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      related: loader
    while True:
        yield from loader
