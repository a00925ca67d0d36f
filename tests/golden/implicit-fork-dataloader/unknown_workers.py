# How many there are is not known here.
from torch.utils.data import DataLoader


def build(dataset, args):
    return DataLoader(dataset, num_workers=args.workers)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 note: 'torch.utils.data.DataLoader' forks its worker processes if it has any: the value of 'num_workers' is not known here.
