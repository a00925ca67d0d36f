"""A shared object that ctypes loads."""

import ctypes
import os

library = ctypes.CDLL("./launcher.so")
pid = library.launch()  # forks
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
with_gil = ctypes.PyDLL("./launcher.so")
with_gil.launch.restype = ctypes.c_int
pid = with_gil.launch()  # forks
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
