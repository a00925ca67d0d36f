# An interpreter's own library as the project: its modules are what the catalog describes, not a facade of it.
from posix import *


def fspath(path):
    return path
