# Both alternatives have workers: what is chosen makes no difference.
from torch.utils.data import DataLoader


class EndlessLoader(DataLoader):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)


def load(dataset, endless):
    loader = EndlessLoader if endless else DataLoader
    return loader(dataset, num_workers=2)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
