# Tensors of the CPU initialise no accelerator.
import multiprocessing

import torch


def work():
    print("working")


if __name__ == "__main__":
    weights = torch.zeros(2)
    others = torch.ones(2, device="cpu")
    print(weights + others, torch.cuda.__name__)
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
