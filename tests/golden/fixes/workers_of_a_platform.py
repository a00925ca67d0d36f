# Without workers a loader refuses a context: also where that is so on a platform that is not looked at.
import sys

from torch.utils.data import DataLoader


def by_expression(data):
    workers = 2 if sys.platform == "linux" else 0
    return DataLoader(data, num_workers=workers)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.


def by_statement(data):
    if sys.platform == "win32":
        workers = 0
    else:
        workers = 2
    return DataLoader(data, num_workers=workers)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.


def always(data):
    workers = 4 if sys.platform == "linux" else 2
    return DataLoader(data, num_workers=workers)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
