# Only where the option is given.
import multiprocessing
import sys

import torch


def work():
    print("working")


if __name__ == "__main__":
    if "--gpu" in sys.argv:
        torch.cuda.set_device(0)
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK203 warning: 'multiprocessing.Process' may fork after CUDA was initialised.
    process.start()
