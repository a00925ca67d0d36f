# Asked in the child, or after the fork.
import multiprocessing

import torch


def work():
    torch.cuda.set_device(0)


if __name__ == "__main__":
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    process.join()
    torch.cuda.set_device(0)
