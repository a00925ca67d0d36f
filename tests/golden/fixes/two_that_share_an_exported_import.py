# `__all__` names it in a text of several words: it stays.
from multiprocessing import Process

__all__ = "Process first second".split()


def first():
    Process(target=print, args=(1,)).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def second():
    Process(target=print, args=(2,)).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


if __name__ == "__main__":
    first()
    second()
