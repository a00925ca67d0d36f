# One finding for one loader: where it has workers, fork is asked for by name.
from torch.utils.data import DataLoader


def make(dataset, workers):
    kwargs = {}
    if workers > 0:
        kwargs["persistent_workers"] = True
        kwargs["multiprocessing_context"] = "fork"
    return DataLoader(dataset, num_workers=workers, **kwargs)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'torch.utils.data.DataLoader' is asked for the fork start method.
