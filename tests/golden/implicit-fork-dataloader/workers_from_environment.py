import os

from torch.utils.data import DataLoader

loader = DataLoader([1], num_workers=int(os.environ.get("WORKERS", "4")))
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 note: 'torch.utils.data.DataLoader' forks its worker processes if it has any: the value of 'num_workers' is not known here.
