from torch.utils.data import DataLoader


def work(rank, dataset):
    for batch in DataLoader(dataset, num_workers=2):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      says: in train.py;
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK203 warning: 'torch.utils.data.DataLoader' may fork after CUDA was initialised.
        print(rank, batch)
