# `__all__` names it in a text of several words: it stays.
from multiprocessing import Process, get_context

ctx = get_context("spawn")

__all__ = "Process first second".split()


def first():
    ctx.Process(target=print, args=(1,)).start()


def second():
    ctx.Process(target=print, args=(2,)).start()


if __name__ == "__main__":
    first()
    second()
