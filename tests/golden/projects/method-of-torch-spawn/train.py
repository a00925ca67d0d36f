# A child that torch.multiprocessing.spawn starts has spawn as its default: its loader does not fork.
# silent
import torch.multiprocessing as mp

from worker import work

if __name__ == "__main__":
    mp.spawn(work, args=([1, 2],), nprocs=2)
