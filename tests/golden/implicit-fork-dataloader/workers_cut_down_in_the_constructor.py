# What a constructor makes of the number of workers is not known; where it has none it makes nothing of it.
from limits import most_workers
from torch.utils.data import DataLoader


class Loader(DataLoader):
    def __init__(self, dataset, num_workers=0, **kwargs):
        if num_workers > 0:
            num_workers = most_workers(num_workers)
        super().__init__(dataset, num_workers=num_workers, **kwargs)


if __name__ == "__main__":
    for batch in Loader([]):
        print(batch)
    for batch in Loader([], num_workers=0):
        print(batch)
    for batch in Loader([], num_workers=2):
#                ^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 note: 'Loader' forks its worker processes if it has any: the value of 'num_workers' is not known here.
        print(batch)
