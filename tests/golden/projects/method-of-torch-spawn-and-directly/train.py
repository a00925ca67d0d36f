# One device runs in this process, several in children: the direct way forks.
import torch
import torch.multiprocessing as mp

from worker import work

if __name__ == "__main__":
    if torch.cuda.device_count() > 1:
        mp.spawn(work, args=([1, 2],), nprocs=2)
    else:
        work(0, [1, 2])
