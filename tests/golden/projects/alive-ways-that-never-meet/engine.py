import threading
import time

from torch.utils.data import DataLoader


def start_thread():
    threading.Thread(target=time.sleep, args=(60,)).start()


def apply(function, argument):
    return function(argument)


def prepare(path, in_thread=False):
    if in_thread:
        start_thread()
    return path


def build(dataset, simmim=False):
    if not simmim:
        return build_plain(dataset)
    return build_masked(dataset)


def build_plain(dataset):
    return DataLoader(dataset, num_workers=2)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.


def build_masked(dataset):
    return DataLoader(dataset, num_workers=3)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'torch.utils.data.DataLoader' forks while a thread of threading.Thread is alive.


def run_over(loader):
    for batch in loader:
        print(batch)
