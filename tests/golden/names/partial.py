# functools.partial carries the class and its arguments.
import functools

from torch.utils.data import DataLoader

make_loader = functools.partial(DataLoader, batch_size=8, num_workers=4)
train = make_loader([1, 2])
#       ^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
