# num_workers is the 6th positional argument, multiprocessing_context the 12th.
from torch.utils.data import DataLoader

DataLoader([1], 2, True, None, None, 4)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
DataLoader([1], 2, True, None, None, 4, None, False, False, 0, None, "spawn")
