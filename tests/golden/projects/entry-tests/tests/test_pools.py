# A test runs after the fixtures that pytest runs for it, those of conftest.py included.
# silent
import multiprocessing


def test_pool():
    with multiprocessing.Pool(2) as pool:
        assert pool.map(abs, [-1]) == [1]
