# What a caller hands through is not known.
from torch.utils.data import DataLoader


def build(dataset, **kwargs):
    return DataLoader(dataset, **kwargs)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 note: 'torch.utils.data.DataLoader' forks its worker processes if it has any: the value of 'num_workers' is not known here.
