# A tensor that is made on the device.
import multiprocessing

import torch


def work():
    print("working")


if __name__ == "__main__":
    weights = torch.zeros(2, device="cuda")
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK203 error: 'multiprocessing.Process' forks after CUDA was initialised.
    process.start()
    print(weights)
