"""An operator and a class for TorchScript."""

import os

import torch

torch.ops.load_library("./ops.so")
pid = torch.ops.launching.start()  # forks
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
launcher = torch.classes.launching.Launcher()
pid = launcher.launch()  # forks
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
