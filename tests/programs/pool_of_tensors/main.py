"""Sends tensors to a pool of torch and gets their sums back."""

import torch
import torch.multiprocessing as mp


def total(tensor):
    return int(tensor.sum())


def main():
    with mp.Pool(1) as pool:
        print(pool.map(total, [torch.ones(3), torch.arange(5)]))


if __name__ == "__main__":
    main()
