# One of the numbers is above 0.
from torch.utils.data import DataLoader


def build(dataset, debug):
    return DataLoader(dataset, num_workers=0 if debug else 8)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
