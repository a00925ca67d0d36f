# What a constructor puts into **kwargs before it hands them on counts as if the caller had passed it, in the
# calls in which it does.
from multiprocessing.context import SpawnContext
from threading import Thread

from torch.utils.data import DataLoader


class ThreadContext(SpawnContext):
    Process = Thread


class Base(DataLoader):
    def __init__(self, dataset, num_workers=0, **kwargs):
        super().__init__(dataset, num_workers=num_workers, **kwargs)


class Loader(Base):
    def __init__(self, dataset, use_threads=False, **kwargs):
        if use_threads and kwargs.get("num_workers", 0) > 0:
            kwargs["multiprocessing_context"] = ThreadContext()
        super().__init__(dataset, **kwargs)


class Four(Base):
    def __init__(self, dataset, **kwargs):
        kwargs.setdefault("num_workers", 4)
        super().__init__(dataset, **kwargs)


class Alone(Base):
    def __init__(self, dataset, **kwargs):
        kwargs["num_workers"] = 0
        super().__init__(dataset, **kwargs)


if __name__ == "__main__":
    for batch in Loader([], use_threads=True, num_workers=2):
        print(batch)
    for batch in Loader([], num_workers=2):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'Loader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        print(batch)
    for batch in Loader([], use_threads=True):
        print(batch)
    for batch in Four([]):
#                ^^^^^^^^ FRK104 warning: 'Four' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        print(batch)
    for batch in Four([], num_workers=0):
        print(batch)
    for batch in Alone([], num_workers=2):
        print(batch)
