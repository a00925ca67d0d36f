# The same function is also called here: there it forks.
import sys

import torch.multiprocessing as mp
from torch.utils.data import DataLoader


def worker(rank, dataset):
    for batch in DataLoader(dataset, num_workers=2):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        print(rank, batch)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        mp.spawn(worker, args=([1],), nprocs=2)
    else:
        worker(0, [1])
