# Without the library the name is None; where it is called, it is the library's.
try:
    from torch.utils.data import DataLoader
except ImportError:
    DataLoader = None


def loader(dataset):
    return DataLoader(dataset, num_workers=2)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
