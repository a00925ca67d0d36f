# A seed is kept for later, and what only looks after memory does nothing before CUDA is initialised.
import torch
from torch.utils.data import DataLoader


def train(dataset):
    torch.cuda.manual_seed_all(0)
    torch.cuda.empty_cache()
    print(torch.cuda.memory_allocated())
    for batch in DataLoader(dataset, num_workers=2):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        print(batch)


def train_on_a_device(dataset):
    torch.cuda.manual_seed_all(0)
    torch.cuda.set_device(0)
    for batch in DataLoader(dataset, num_workers=2):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK203 error: 'torch.utils.data.DataLoader' forks after CUDA was initialised.
        print(batch)
