# A spawned child's own default is spawn: the loader in it does not fork.
# silent
import torch.multiprocessing as mp
from torch.utils.data import DataLoader


def worker(rank, dataset):
    for batch in DataLoader(dataset, num_workers=2):
        print(rank, batch)


if __name__ == "__main__":
    mp.spawn(worker, args=([1],), nprocs=2)
