# A model that moves to the NPU.
import multiprocessing

import torch
import torch_npu


def work():
    print("working", torch_npu)


def run():
    model = torch.nn.Linear(2, 2).to("npu")
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK203 error: 'multiprocessing.Process' forks after the NPU runtime was initialised.
    return model
