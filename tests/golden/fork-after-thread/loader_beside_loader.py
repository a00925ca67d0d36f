# While one loader is iterated, the threads that feed its workers (and pin its batches) are alive; the next one forks.
from torch.utils.data import DataLoader


def within(dataset):
    training = DataLoader(dataset, num_workers=2, pin_memory=True)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    validation = DataLoader(dataset, num_workers=2)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'torch.utils.data.DataLoader' forks while a thread of a DataLoader with workers is alive.
    for batch in training:
        for other in validation:
            print(batch, other)


def within_without_pinning(dataset):
    training = DataLoader(dataset, num_workers=2)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    validation = DataLoader(dataset, num_workers=2)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'torch.utils.data.DataLoader' forks while a thread of a DataLoader with workers is alive.
    for batch in training:
        for other in validation:
            print(batch, other)


def one_after_the_other(dataset):
    training = DataLoader(dataset, num_workers=2, pin_memory=True)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    validation = DataLoader(dataset, num_workers=2)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    for epoch in range(2):
        for batch in training:
            print(epoch, batch)
        for batch in validation:
            print(epoch, batch)


def after_a_break(dataset):
    training = DataLoader(dataset, num_workers=2, pin_memory=True)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    validation = DataLoader(dataset, num_workers=2)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    for batch in training:
        print(batch)
        break
    for batch in validation:
        print(batch)


def with_persistent_workers(dataset):
    training = DataLoader(dataset, num_workers=2, persistent_workers=True)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    validation = DataLoader(dataset, num_workers=2)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'torch.utils.data.DataLoader' forks while a thread of a DataLoader with workers is alive.
    for batch in training:
        print(batch)
    for batch in validation:
        print(batch)


def with_an_iterator(dataset):
    training = DataLoader(dataset, num_workers=2)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    validation = DataLoader(dataset, num_workers=2)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'torch.utils.data.DataLoader' forks while a thread of a DataLoader with workers is alive.
    batches = iter(training)
    print(next(batches))
    for batch in validation:
        print(batch)


def with_the_first_batch_only(dataset):
    training = DataLoader(dataset, num_workers=2)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    validation = DataLoader(dataset, num_workers=2)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    print(next(iter(training)))
    for batch in validation:
        print(batch)


def without_workers(dataset):
    training = DataLoader(dataset, pin_memory=True)
    validation = DataLoader(dataset, num_workers=2)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    for batch in training:
        for other in validation:
            print(batch, other)
