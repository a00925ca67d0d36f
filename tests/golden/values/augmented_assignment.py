from torch.utils.data import DataLoader

workers = 0
workers += 4
DataLoader([1], num_workers=workers)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 note: 'torch.utils.data.DataLoader' forks its worker processes if it has any: the value of 'num_workers' is not known here.
