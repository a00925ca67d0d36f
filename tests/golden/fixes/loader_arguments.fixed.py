# A context where there are workers; the number is evaluated once.
import os

from torch.utils.data import DataLoader


def load(data, args):
    yield DataLoader(data, num_workers=4, multiprocessing_context="spawn")
    yield DataLoader(data, num_workers=args.workers, multiprocessing_context="spawn" if args.workers > 0 else None)
    yield DataLoader(data, num_workers=(worker_count := int(os.environ["WORKERS"])), multiprocessing_context="spawn" if worker_count > 0 else None)
    yield DataLoader(
        data,
        num_workers=2,  # as measured
        multiprocessing_context="spawn",
    )
    yield DataLoader(data, num_workers=2, multiprocessing_context="spawn")
    yield DataLoader(data, **args.loader)
