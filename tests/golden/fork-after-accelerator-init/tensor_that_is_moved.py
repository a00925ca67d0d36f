# A tensor that moves to the accelerator initialises it; one that stays does not.
import os

import torch


def moved():
    weights = torch.zeros(3).cuda()
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
#   ^^^^^^^^^ FRK203 error: 'os.fork' forks after CUDA was initialised.
    return weights


def moved_by_name():
    weights = torch.ones(3)
    weights = weights.to("npu:0")
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
#   ^^^^^^^^^ FRK203 error: 'os.fork' forks after the accelerator was initialised.
    return weights


def stays():
    weights = torch.zeros(3).to("cpu")
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
    return weights


def of_another_type():
    weights = torch.zeros(3).to(torch.float64)
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
    return weights
