# A dataset that holds an open file and a transform that is a lambda, and one that opens its file in the worker.
from torch.utils.data import DataLoader, Dataset


class Lines(Dataset):
    def __init__(self, path):
        self.file = open(path)

    def __getitem__(self, index):
        return self.file.readline()


class Scaled(Dataset):
    def __init__(self, scale):
        self.transform = lambda x: x * scale

    def __getitem__(self, index):
        return self.transform(index)


class Lazy(Dataset):
    def __init__(self, path):
        self.path = path
        self.file = None

    def __getitem__(self, index):
        if self.file is None:
            self.file = open(self.path)
        return self.file.readline()


def loaders(path):
    yield DataLoader(Lines(path), num_workers=2, multiprocessing_context="forkserver")
#                    ^^^^^^^^^^^ FRK302 error: A process of 'torch.utils.data.DataLoader' can't be sent an open file in 'self.file'.
    yield DataLoader(Scaled(2), num_workers=2, multiprocessing_context="spawn")
#                    ^^^^^^^^^ FRK302 error: A process of 'torch.utils.data.DataLoader' can't be sent a lambda in 'self.transform'.
    yield DataLoader(Lazy(path), num_workers=2, multiprocessing_context="spawn")
