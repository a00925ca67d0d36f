# A machine has at least one processor.
import os

from torch.utils.data import DataLoader

loader = DataLoader([1], num_workers=os.cpu_count())
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
