# Fixtures and patches have set something before: no fix of a test's processes is safe.
import multiprocessing


def square(number):
    return number * number


def test_squares():
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(square, [2]) == [4]
