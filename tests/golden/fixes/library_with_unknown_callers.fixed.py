# A function that nothing in the project calls: scripts elsewhere may have no main guard.
import multiprocessing


def square(number):
    return number * number


def squares(numbers):
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        return pool.map(square, numbers)
