# A loader that keeps its workers over the epochs starts them in its constructor: those of the validation loader
# fork while the thread that pins the training loader's batches is alive.
import torch
from torch.utils.data import DataLoader, TensorDataset


class Endless:
    def __init__(self, sampler):
        self.sampler = sampler

    def __iter__(self):
        while True:
            yield from iter(self.sampler)


class EndlessLoader(DataLoader):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        object.__setattr__(self, "batch_sampler", Endless(self.batch_sampler))
        self.batches = super().__iter__()

    def __iter__(self):
        for _ in range(len(self.batch_sampler.sampler)):
            yield next(self.batches)


def train(workers=4):
    training = EndlessLoader(
#              ^^^^^^^^^^^^^ FRK104 warning: 'EndlessLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        TensorDataset(torch.zeros(1000, 3)), batch_size=4, num_workers=workers, pin_memory=True
    )
    validation = EndlessLoader(TensorDataset(torch.zeros(100, 3)), batch_size=8, num_workers=2)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'EndlessLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'EndlessLoader' forks while a thread of a DataLoader with workers is alive.
    for _ in range(3):
        for (batch,) in training:
            print(batch.mean())
        for (batch,) in validation:
            print(batch.mean())


if __name__ == "__main__":
    train()
