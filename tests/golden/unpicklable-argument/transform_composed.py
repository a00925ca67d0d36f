# A lambda inside of a composition of transforms.
from torch.utils.data import DataLoader, Dataset
from torchvision import transforms


class Images(Dataset):
    def __init__(self, paths, transform=None):
        self.paths = paths
        self.transform = transform

    def __getitem__(self, index):
        return self.transform(self.paths[index])


def loader(paths):
    composed = transforms.Compose([transforms.Resize(8), transforms.Lambda(lambda x: x / 2)])
    return DataLoader(Images(paths, composed), num_workers=2, multiprocessing_context="spawn")
#                     ^^^^^^^^^^^^^^^^^^^^^^^ FRK302 error: A process of 'torch.utils.data.DataLoader' can't be sent a lambda in 'self.transform'.
