# A dataset that is given a lambda for its samples.
from torch.utils.data import DataLoader, Dataset
from torchvision import transforms


class Images(Dataset):
    def __init__(self, paths, transform=None):
        self.paths = paths
        self.transform = transform

    def __getitem__(self, index):
        return self.transform(self.paths[index])


def loader(paths):
    return DataLoader(Images(paths, transform=lambda x: x / 2), num_workers=2, multiprocessing_context="spawn")
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK302 error: A process of 'torch.utils.data.DataLoader' can't be sent a lambda in 'self.transform'.
