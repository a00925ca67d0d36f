"""Reads words by as many workers as asked for, or in this process."""

import sys

from torch.utils.data import DataLoader


class Words:
    words = ["fork", "spawn", "exec", "wait"]

    def __len__(self):
        return len(self.words)

    def __getitem__(self, index):
        return self.words[index].upper()


def loader_with(workers):
    return DataLoader(Words(), batch_size=2, num_workers=workers)


def main(workers):
    for batch in loader_with(workers):
        print(*batch)


if __name__ == "__main__":
    main(int(sys.argv[1]))
