# A dictionary that is filled bit by bit is followed: what stands in it under a name is passed under it.
from torch.utils.data import DataLoader


def build(dataset, workers):
    options = {"batch_size": 8}
    options["num_workers"] = 4
    options["multiprocessing_context"] = "spawn"
    return DataLoader(dataset, **options)
# silent
