# Without workers a loader refuses a context: also where that is so on a platform that is not looked at.
import sys

from torch.utils.data import DataLoader


def by_expression(data):
    workers = 2 if sys.platform == "linux" else 0
    return DataLoader(data, num_workers=workers, multiprocessing_context="spawn" if workers > 0 else None)


def by_statement(data):
    if sys.platform == "win32":
        workers = 0
    else:
        workers = 2
    return DataLoader(data, num_workers=workers, multiprocessing_context="spawn" if workers > 0 else None)


def always(data):
    workers = 4 if sys.platform == "linux" else 2
    return DataLoader(data, num_workers=workers, multiprocessing_context="spawn")
