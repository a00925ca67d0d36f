# A generic class with its type arguments is that class, as a base and where it is called.
from typing import Generic, TypeVar

from torch.utils.data import DataLoader, Dataset

T = TypeVar("T")
K = TypeVar("K")


class Loader(DataLoader[T], Generic[T, K]):
    def __init__(self, dataset: Dataset, workers: int):
        options = {}
        if workers > 0:
            options["multiprocessing_context"] = "fork"
        super().__init__(dataset, num_workers=workers, **options)


def train(dataset):
    for batch in Loader(dataset, 2):
#                ^^^^^^^^^^^^^^^^^^ FRK101 warning: 'Loader' is asked for the fork start method.
        print(batch)
    for batch in Loader[int, str](dataset, 2):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'Loader' is asked for the fork start method.
        print(batch)
    for batch in DataLoader[int](dataset, num_workers=2):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        print(batch)
