"""A module of the C API in several phases: two tables, two units, a macro in a header."""

import os

from multi import by_keywords, fast

for start in (by_keywords, fast):
    pass
pid = by_keywords(quick=True)  # forks
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
pid = fast()  # forks
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
