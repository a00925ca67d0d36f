# silent
import multiprocessing

import pytest


@pytest.fixture(autouse=True)
def spawn():
    multiprocessing.set_start_method("spawn", force=True)
    yield
