from torch.utils.data import DataLoader


def build(dataset, workers=None):
    return DataLoader(dataset, num_workers=workers or 4)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
