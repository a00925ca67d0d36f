# Who says nothing gets the default of the parameter.
from torch.utils.data import DataLoader


def build(dataset, workers=4):
    return DataLoader(dataset, num_workers=workers)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
