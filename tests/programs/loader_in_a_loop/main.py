"""Checks on one loader within the loop over another, or with an iterator that is kept, or after the loop."""

import sys

from torch.utils.data import DataLoader


class Numbers:
    def __len__(self):
        return 4

    def __getitem__(self, index):
        return float(index)


def within():
    training = DataLoader(Numbers(), batch_size=2, num_workers=1)
    checking = DataLoader(Numbers(), batch_size=4, num_workers=1)
    for batch in training:
        for other in checking:
            print(float(batch.sum()), float(other.sum()))


def kept():
    training = iter(DataLoader(Numbers(), batch_size=2, num_workers=1))
    print(float(next(training).sum()))
    for other in DataLoader(Numbers(), batch_size=4, num_workers=1):
        print(float(other.sum()))
    print(float(next(training).sum()))


def persistent():
    training = DataLoader(Numbers(), batch_size=2, num_workers=1, persistent_workers=True)
    checking = DataLoader(Numbers(), batch_size=4, num_workers=1)
    for batch in training:
        print(float(batch.sum()))
    for other in checking:
        print(float(other.sum()))


def main(how):
    if how == "within":
        within()
    elif how == "kept":
        kept()
    else:
        persistent()


if __name__ == "__main__":
    main(sys.argv[1])
