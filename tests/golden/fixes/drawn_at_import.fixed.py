# What is drawn at import is drawn again by each new process; what a seed says, or a call draws later, is not.
import multiprocessing
import random
import uuid

ctx = multiprocessing.get_context("spawn")

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
    ctx.Pool(2).map(of_run, [1])
    ctx.Pool(2).map(of_numbers, [1])
    ctx.Pool(2).map(of_seed, [1])
