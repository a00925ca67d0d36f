# What is drawn at import is drawn again by each new process; what a seed says, or a call draws later, is not.
import multiprocessing
import random
import uuid

RUN = uuid.uuid4()
NUMBERS = [random.random() for _ in range(3)]
SEEDED = random.Random(7)
LATER = lambda: random.random()


def of_run(number):
    return RUN, number


def of_numbers(number):
    return NUMBERS[number]


def of_seed(number):
    return SEEDED, LATER, number


if __name__ == "__main__":
    multiprocessing.Pool(2).map(of_run, [1])
#   ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      fix: unsafe: Take it from a "spawn" context (may break: each new process draws 'RUN' of its own when it imports the module)
    multiprocessing.Pool(2).map(of_numbers, [1])
#   ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      fix: unsafe: Take it from a "spawn" context (may break: each new process draws 'NUMBERS' of its own when it imports the module)
#   ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of multiprocessing.Pool is alive.
    multiprocessing.Pool(2).map(of_seed, [1])
#   ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      fix: safe: Take it from a "spawn" context
#   ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of multiprocessing.Pool is alive.
