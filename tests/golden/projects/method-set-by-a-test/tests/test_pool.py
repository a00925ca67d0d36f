# What a test runner calls is the program for as long as it runs: no library sets anything for others here.
# silent
import multiprocessing


def test_with_spawn():
    before = multiprocessing.get_start_method()
    multiprocessing.set_start_method("spawn", force=True)
    with multiprocessing.Pool(2) as pool:
        assert pool.map(abs, [-1]) == [1]
    multiprocessing.set_start_method(before, force=True)
