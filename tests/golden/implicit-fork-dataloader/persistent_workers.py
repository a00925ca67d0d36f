# Persistent workers are forked once, which is once too often.
from torch.utils.data import DataLoader

DataLoader([1], num_workers=2, persistent_workers=True)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
