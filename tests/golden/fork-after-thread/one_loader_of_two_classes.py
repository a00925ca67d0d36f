# One call makes a loader of one class or of the other: the thread of the one is not beside the workers of the other.
from torch.utils.data import DataLoader


class EndlessLoader(DataLoader):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.iterator = super().__iter__()

    def __iter__(self):
        yield next(self.iterator)


def build(data, by_weight):
    loader = DataLoader if by_weight else EndlessLoader
    return loader(data, num_workers=2, pin_memory=True)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.


def run(data, by_weight):
    for batch in build(data, by_weight):
        print(batch)


def main(by_weight):
    run([1], by_weight)


if __name__ == "__main__":
    main(by_weight=input() == "yes")
