# Each caller is judged by itself: one has no workers, the other a context.
# silent
from torch.utils.data import DataLoader


def load(dataset, **options):
    return DataLoader(dataset, shuffle=True, **options)


load([1])
load([1], num_workers=2, multiprocessing_context="spawn")
