# A loader that a test never runs over forks nothing, nor does one whose construction it expects to fail.
import pytest
from torch.utils.data import DataLoader


def test_length():
    loader = DataLoader([1], num_workers=2)
    assert len(loader) == 1
    loader = DataLoader([1, 2], num_workers=2)
    assert len(loader) == 2


def test_arguments():
    with pytest.raises(ValueError):
        DataLoader([1], num_workers=2, batch_size=0)
    with pytest.raises(ValueError):
        loader = DataLoader([1], num_workers=2, batch_size=-1)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        next(iter(loader))


def test_first():
    loader = DataLoader([1], num_workers=2)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    assert next(iter(loader)) == 1


def test_in_order():
    with pytest.raises(StopIteration):
        for batch in DataLoader([1], num_workers=2):
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
            raise StopIteration
