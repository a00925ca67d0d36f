# That the test sets spawn says nothing of those who use the library.
# silent
import multiprocessing

import pools


def test_pool():
    multiprocessing.set_start_method("spawn", force=True)
    assert pools.squares([1]) == [1]
