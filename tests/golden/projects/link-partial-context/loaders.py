# What decides stands here, and is read here: main.py is so short that it has no text where the test of the
# condition stands in this file.
# silent
import functools

from torch.utils.data import DataLoader

WORKERS = int(input())

loader = functools.partial(
    DataLoader, num_workers=WORKERS, multiprocessing_context="spawn" if WORKERS > 0 else None
)
