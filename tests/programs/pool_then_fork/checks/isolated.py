"""What may crash runs in a child of its own, made by hand."""

import os


def status_of(function, *arguments):
    """Runs the function in a child; its result must be a small number."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(function(*arguments))
        except BaseException:
            os._exit(255)
    _, status = os.waitpid(child, 0)
    return os.WEXITSTATUS(status)


def divide(a, b):
    return a // b
