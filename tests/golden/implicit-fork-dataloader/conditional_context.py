# The form that works with and without workers.
# silent
from torch.utils.data import DataLoader


def build(dataset, workers):
    return DataLoader(
        dataset, num_workers=workers, multiprocessing_context="spawn" if workers > 0 else None
    )
