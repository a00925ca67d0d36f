# silent
from torch.utils.data import DataLoader


class Loader(DataLoader):
    def __init__(self, dataset, **kwargs):
        super().__init__(dataset, num_workers=4, multiprocessing_context="spawn", **kwargs)


def build(dataset):
    return Loader(dataset)
