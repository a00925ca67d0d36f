# A loader with persistent workers ends with the last that holds it.
from torch.utils.data import DataLoader


def bound_anew(dataset):
    loader = DataLoader(dataset, num_workers=2, persistent_workers=True)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    for batch in loader:
        print(batch)
    loader = DataLoader(dataset, num_workers=2, persistent_workers=True)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    for batch in loader:
        print(batch)


def deleted(dataset):
    training = DataLoader(dataset, num_workers=2, persistent_workers=True)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    for batch in training:
        print(batch)
    del training
    validation = DataLoader(dataset, num_workers=2)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    for batch in validation:
        print(batch)


def held_by_another_name(dataset):
    training = DataLoader(dataset, num_workers=2, persistent_workers=True)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    loaders = [training]
    for batch in training:
        print(batch)
    training = None
    validation = DataLoader(dataset, num_workers=2)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'torch.utils.data.DataLoader' forks while a thread of a DataLoader with workers is alive.
    for batch in validation:
        print(batch, loaders)


def handed_on(dataset, persistent, keep):
    loader = DataLoader(dataset, num_workers=2, persistent_workers=persistent)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    keep(loader)
    for batch in loader:
        print(batch)
    loader = DataLoader(dataset, num_workers=2, persistent_workers=persistent)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 warning: 'torch.utils.data.DataLoader' may fork while a thread of a DataLoader with workers is alive.
    for batch in loader:
        print(batch)


def not_yet(dataset):
    training = DataLoader(dataset, num_workers=2, persistent_workers=True)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    for batch in training:
        print(batch)
    validation = DataLoader(dataset, num_workers=2)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'torch.utils.data.DataLoader' forks while a thread of a DataLoader with workers is alive.
    for batch in validation:
        print(batch)
    del training
