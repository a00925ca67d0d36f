"""Sums the batches of a dataset that worker processes read."""

import torch
from torch.utils.data import DataLoader, Dataset


class Squares(Dataset):
    def __init__(self, count):
        self.count = count

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        return torch.tensor(index * index)


def main():
    for batch in DataLoader(Squares(10), batch_size=5, num_workers=1):
        print(int(batch.sum()))


if __name__ == "__main__":
    main()
