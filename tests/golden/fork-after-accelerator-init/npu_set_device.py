# The NPU runtime's threads call back into Python.
import torch
import torch_npu
from torch.utils.data import DataLoader


def train(dataset):
    torch.npu.set_device("npu:0")
    for batch in DataLoader(dataset, num_workers=4):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK203 error: 'torch.utils.data.DataLoader' forks after the NPU runtime was initialised.
#      says: can hold the interpreter's own lock
        print(batch, torch_npu)
