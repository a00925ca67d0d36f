# A class of the project that is a DataLoader.
from torch.utils.data import DataLoader


class Loader(DataLoader):
    pass


def build(dataset):
    return Loader(dataset, num_workers=2)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'Loader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
