# What pytest passes for the parameters of a test is known.
import pytest
from torch.utils.data import DataLoader


@pytest.mark.parametrize("workers", [1, 2])
def test_with_workers(workers):
    for batch in DataLoader([1], num_workers=workers):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        print(batch)


@pytest.mark.parametrize("workers", [0])
def test_without(workers):
    for batch in DataLoader([1], num_workers=workers):
        print(batch)


@pytest.mark.parametrize("size, workers", [(1, 0), pytest.param(2, 0, id="two")])
def test_of_several(size, workers):
    for batch in DataLoader([1], batch_size=size, num_workers=workers):
        print(batch)


@pytest.mark.parametrize("workers", range(2))
def test_of_a_range(workers):
    for batch in DataLoader([1], num_workers=workers):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 note: 'torch.utils.data.DataLoader' forks its worker processes if it has any: the value of 'num_workers' is not known here.
        print(batch)
