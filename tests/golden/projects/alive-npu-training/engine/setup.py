import torch


def init_device(rank):
    torch.npu.set_device(rank)
