# A loader that an object keeps: the method with the loop forks the workers.
from torch.utils.data import DataLoader


class Trainer:
    def __init__(self, dataset):
        self.loader = DataLoader(dataset, num_workers=4)
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      related: self.loader
        self.plain = DataLoader(dataset)

    def report(self):
        print(len(self.loader), self.loader.batch_size)

    def train(self):
        for batch in self.loader:
            print(batch)

    def check(self):
        for batch in self.plain:
            print(batch)


def main(dataset):
    trainer = Trainer(dataset)
    trainer.report()
    trainer.train()
