# A class that the catalog knows, seen from inside: it derives from the loader, and its calls decide.
from torch.utils.data import DataLoader as TorchDataLoader


class DataLoader(TorchDataLoader):
    def __init__(self, dataset, num_workers: int = 0, **kwargs):
        if "collate_fn" not in kwargs:
            kwargs["collate_fn"] = list
        super().__init__(dataset=dataset, num_workers=num_workers, **kwargs)
