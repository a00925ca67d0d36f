# The loop below the call forks the workers: the finding names its line.
from torch.utils.data import DataLoader


def train(dataset):
    loader = DataLoader(dataset, num_workers=4)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      related: loader
    for epoch in range(3):
        for batch in loader:
            print(epoch, batch)


def train_on_one_line(dataset):
    for batch in DataLoader(dataset, num_workers=4):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        print(batch)
