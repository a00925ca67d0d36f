# A constant of the module.
from torch.utils.data import DataLoader

WORKERS = 4
NONE = 0


def build(dataset):
    DataLoader(dataset, num_workers=NONE)
    return DataLoader(dataset, num_workers=WORKERS)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
