"""An extension inside a package, handed on by it."""

import os

import pkg

pid = pkg.launch()  # forks
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
