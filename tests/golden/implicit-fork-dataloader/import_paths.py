# All ways to the same class.
import torch
import torch.utils.data
from torch.utils.data.dataloader import DataLoader

torch.utils.data.DataLoader([1], num_workers=1)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
DataLoader([1], num_workers=1)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.dataloader.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
