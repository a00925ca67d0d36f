# A script itself: who runs it is known.
import multiprocessing


def cube(number):
    return number ** 3


def cubes(numbers):
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      fix: safe: Take it from a "spawn" context
        return pool.map(cube, numbers)


if __name__ == "__main__":
    print(cubes([1]))
