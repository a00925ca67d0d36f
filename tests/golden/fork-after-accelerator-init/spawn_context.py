# Workers of spawn inherit no device.
# silent
import torch
from torch.utils.data import DataLoader


def train(dataset):
    torch.cuda.set_device(0)
    loader = DataLoader(dataset, num_workers=4, multiprocessing_context="spawn", persistent_workers=True)
    for batch in loader:
        print(batch)


if __name__ == "__main__":
    train([1, 2, 3])
