# A dictionary that is filled bit by bit is not followed through its assignments: possible.
from torch.utils.data import DataLoader


def build(dataset, workers):
    options = {"batch_size": 8}
    options["num_workers"] = 4
    options["multiprocessing_context"] = "spawn"
    return DataLoader(dataset, **options)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 note: 'torch.utils.data.DataLoader' forks its worker processes if it has any: which of several contexts it gets is not known here.
