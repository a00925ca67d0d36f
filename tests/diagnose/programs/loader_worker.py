"""A DataLoader's worker waits for a lock that a thread of the parent held at the fork."""

import threading
import time

import torch
from torch.utils.data import DataLoader, Dataset

index_lock = threading.Lock()


def reindex():
    with index_lock:
        time.sleep(1000)


class Numbers(Dataset):
    def __len__(self):
        return 8

    def __getitem__(self, index):
        with index_lock:
            return torch.tensor(index)


def train():
    for batch in DataLoader(Numbers(), num_workers=1, multiprocessing_context="fork"):
        print(batch)


if __name__ == "__main__":
    threading.Thread(target=reindex, daemon=True).start()
    time.sleep(0.2)
    train()
