# What is made where it is missing, and kept, is made in the first round of a loop only.
from concurrent.futures import ThreadPoolExecutor

from torch.utils.data import DataLoader


class Trainer:
    def __init__(self, dataset):
        self.loader = DataLoader(dataset, num_workers=2)
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        self.batches = None
        self.writers = ThreadPoolExecutor(1)

    def train(self, steps):
        for step in range(steps):
            self.step(step)

    def step(self, number):
        if self.batches is None:
            self.batches = iter(self.loader)
        self.writers.submit(print, number, next(self.batches))


class CarelessTrainer(Trainer):
    def __init__(self, dataset):
        super().__init__(dataset)
        self.loader = DataLoader(dataset, num_workers=3)
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 warning: 'torch.utils.data.DataLoader' may fork while a thread of ThreadPoolExecutor is alive.

    def step(self, number):
        self.batches = iter(self.loader)
        self.writers.submit(print, number, next(self.batches))


if __name__ == "__main__":
    Trainer([1, 2]).train(2)


def train_carelessly():
    CarelessTrainer([1, 2]).train(2)
