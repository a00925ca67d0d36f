# A class that gives itself another context decides when; its own argument still counts for loaders without it.
from torch.utils.data import DataLoader


class ThreadContext:
    Process = object


class Loader(DataLoader):
    def __init__(self, dataset, use_threads=False, **kwargs):
        super().__init__(dataset, **kwargs)
        if use_threads and kwargs.get("num_workers", 0) > 0:
            self.multiprocessing_context = ThreadContext()


class Plain(DataLoader):
    def __init__(self, dataset, **kwargs):
        super().__init__(dataset, **kwargs)
        self.name = "plain"


if __name__ == "__main__":
    for batch in Loader([], use_threads=True, num_workers=2):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 note: 'Loader' forks its worker processes if it has any: the value of 'multiprocessing_context' is not known here.
        print(batch)
    for batch in Plain([], num_workers=2):
#                ^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'Plain' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        print(batch)
