# Part of a package that is installed: the script beside it is not the only one that may call this.
import multiprocessing


def square(number):
    return number * number


def squares(numbers):
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      fix: unsafe: Take it from a "spawn" context (may break: the scripts that call this are not known, and each needs a main guard)
        return pool.map(square, numbers)
