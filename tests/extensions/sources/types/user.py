"""Methods of types, a static one and one that is made of slots."""

import os

import types_

pool = types_.Pool()
pid = pool.spawn()  # forks
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
pid = types_.Heap().split()  # forks
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
