"""A module that cffi writes."""

import os

from _made import lib

pid = lib.launch()  # forks
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
