from torch.utils.data import DataLoader

WORKERS = 2
DataLoader([1], num_workers=WORKERS * 2)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
DataLoader([1], num_workers=WORKERS - 2)
