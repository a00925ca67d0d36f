# Fixtures and patches have set something before: no fix of a test's processes is safe.
import multiprocessing


def square(number):
    return number * number


def test_squares():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      fix: unsafe: Take it from a "spawn" context (may break: a new process sees nothing of what fixtures and patches set before)
        assert pool.map(square, [2]) == [4]
