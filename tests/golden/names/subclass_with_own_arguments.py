# Its own __init__ hides the signature; what it hands to the base decides.
from torch.utils.data import DataLoader


class Loader(DataLoader):
    def __init__(self, dataset):
        super().__init__(dataset, batch_size=8, num_workers=4)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.


def build(dataset):
    return Loader(dataset)
