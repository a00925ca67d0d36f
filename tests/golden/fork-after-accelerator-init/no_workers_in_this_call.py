# With the arguments of this call nothing is forked: the number of workers, and the branch that they choose.
import multiprocessing

import torch
from torch.utils.data import DataLoader


def load(data, workers):
    for batch in DataLoader(data, num_workers=workers):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        print(batch)


def apply(function, items, workers=None):
    if workers is None:
        workers = 1
    if workers <= 1:
        return [function(item) for item in items]
    with multiprocessing.Pool(workers) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        return pool.map(function, items)


def apply_to_all(function, items, workers=None):
    if workers is None:
        workers = 2
    if workers <= 1:
        return [function(item) for item in items]
    with multiprocessing.Pool(workers) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK203 error: 'multiprocessing.Pool' forks after CUDA was initialised.
        return pool.map(function, items)


if __name__ == "__main__":
    load([1], workers=2)
    apply(print, [1], workers=2)
    torch.cuda.set_device(0)
    load([1], workers=0)
    apply(print, [1])
    apply_to_all(print, [1])
