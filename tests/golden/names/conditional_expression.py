# Either of two classes: both fork.
from torch.utils.data import DataLoader
from torchdata.stateful_dataloader import StatefulDataLoader


def build(dataset, stateful):
    loader = StatefulDataLoader if stateful else DataLoader
    return loader(dataset, num_workers=2)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torchdata.stateful_dataloader.StatefulDataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
