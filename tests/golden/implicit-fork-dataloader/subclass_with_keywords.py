# What its __init__ hands through comes from its callers: the one that wants workers is named.
from torch.utils.data import DataLoader


class Loader(DataLoader):
    def __init__(self, dataset, **kwargs):
        super().__init__(dataset, shuffle=True, **kwargs)


Loader([1])
Loader([1], num_workers=2)
#^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'Loader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
Loader([1], num_workers=2, multiprocessing_context="spawn")
