# What the package installs as its script begins here, with a guard of its own.
import multiprocessing


def square(number):
    return number * number


def squares():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      fix: safe: Take it from a "spawn" context
        print(pool.map(square, [1, 2]))
