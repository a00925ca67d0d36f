# A constructor that hands on what it is given leaves the word to each construction.
import os

from torch.utils.data import DataLoader


class EndlessLoader(DataLoader):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.rounds = 0


class NamedLoader(EndlessLoader):
    def __init__(self, name, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.name = name


class SizedLoader(DataLoader):
    def __init__(self, dataset, size, workers=0, context=None):
        super().__init__(dataset, batch_size=size, num_workers=workers, multiprocessing_context=context)


class FixedLoader(DataLoader):
    def __init__(self, dataset):
        super().__init__(dataset, num_workers=2)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.


EndlessLoader([1])
EndlessLoader([1], num_workers=8)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'EndlessLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
EndlessLoader([1], num_workers=8, multiprocessing_context="spawn")
EndlessLoader([1], num_workers=int(os.environ["WORKERS"]))
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 note: 'EndlessLoader' forks its worker processes if it has any: the value of 'num_workers' is not known here.
NamedLoader("a", [1])
NamedLoader("b", [1], num_workers=8)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'NamedLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
SizedLoader([1], 4)
SizedLoader([1], 4, 2)
#^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'SizedLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
SizedLoader([1], 4, 2, "spawn")
SizedLoader([1], 4, context="fork")
FixedLoader([1])
FixedLoader([2])
