# A caller without workers and one with a context never meet: neither forks.
# silent
from torch.utils.data import DataLoader


class Loader(DataLoader):
    def __init__(self, dataset, **kwargs):
        super().__init__(dataset, shuffle=True, **kwargs)


Loader([1])
Loader([1], num_workers=2, multiprocessing_context="spawn")
