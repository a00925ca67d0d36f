# A question loads the driver already: a warning.
import multiprocessing

import torch


def work():
    print("working")


if __name__ == "__main__":
    print(torch.cuda.device_count())
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK203 warning: 'multiprocessing.Process' may fork after CUDA was initialised.
#      flow: torch.cuda.device_count()
#      flow: process.start()
    process.start()
