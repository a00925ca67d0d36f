import torch
import torch_npu

NAME = torch.__name__ + torch_npu.__name__
