import torch.multiprocessing as mp
from torch.utils.data import DataLoader

DataLoader([1], num_workers=4, multiprocessing_context=mp.get_context("spawn"))
DataLoader([1], num_workers=4, multiprocessing_context=mp.get_context())
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
DataLoader([1], num_workers=4, multiprocessing_context=None)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
