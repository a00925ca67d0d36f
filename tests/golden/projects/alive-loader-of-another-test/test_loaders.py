# What one test makes is not what another runs over, although the class does it for both in one place.
import threading

from torch.utils.data import DataLoader


class Loader(DataLoader):
    def __iter__(self):
        for batch in super().__iter__():
            yield batch


def test_calm():
    loader = Loader([1], num_workers=2)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'Loader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    for batch in loader:
        print(batch)


def test_busy():
    threading.Thread(target=print).start()
    loader = Loader([1], num_workers=2)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'Loader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'Loader' forks while a thread of threading.Thread is alive.
    for batch in loader:
        print(batch)
