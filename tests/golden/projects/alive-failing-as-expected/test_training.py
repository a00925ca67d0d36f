# What a test expects to raise has begun nothing; what stands before it in the same block has.
import threading
import unittest
from multiprocessing import Process

import pytest


class Trainer:
    def __init__(self, steps):
        if steps < 1:
            raise ValueError("steps")
        self.thread = threading.Thread(target=print)
        self.thread.start()


def test_first_one_raises():
    with pytest.raises(ValueError):
        Trainer(steps=0)
    Process(target=print, args=(1,)).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def test_second_one_raises():
    with pytest.raises(ValueError):
        Trainer(steps=1)
        Trainer(steps=0)
    Process(target=print, args=(2,)).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 warning: 'multiprocessing.Process' may fork while a thread of threading.Thread is alive.


class TestTrainer(unittest.TestCase):
    def test_raises(self):
        with self.assertRaises(ValueError):
            trainer = Trainer(steps=0)
        Process(target=print, args=(3,)).start()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
