# Two datasets of one class, of which one is given a lambda: what the other one has is not known to be one.
# silent
from torch.utils.data import DataLoader, Dataset
from torchvision import transforms


class Images(Dataset):
    def __init__(self, paths, transform=None):
        self.paths = paths
        self.transform = transform

    def __getitem__(self, index):
        return self.transform(self.paths[index])


def loaders(paths):
    yield DataLoader(Images(paths, transform=lambda x: x / 2), num_workers=2, multiprocessing_context="spawn")
    yield DataLoader(Images(paths, transforms.Resize(8)), num_workers=2, multiprocessing_context="spawn")
