# The device is chosen before the workers are forked.
import torch
from torch.utils.data import DataLoader


def train(dataset):
    torch.cuda.set_device(0)
    for batch in DataLoader(dataset, num_workers=4):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK203 error: 'torch.utils.data.DataLoader' forks after CUDA was initialised.
#      flow: train([1, 2, 3])
#      flow: torch.cuda.set_device(0)
#      flow: DataLoader(dataset, num_workers=4)
        print(batch)


if __name__ == "__main__":
    train([1, 2, 3])
