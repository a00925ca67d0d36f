"""A module of the C API that is made in one step."""

import os

import single

pid = single.launch()  # forks
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
