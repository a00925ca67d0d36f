from torch.utils.data import DataLoader


def loader_for(dataset, workers):
    return DataLoader(dataset, num_workers=workers)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      related: engine.py: loader
#      related: evaluate.py: loader_for(range(9), workers=2)
#      related: evaluate.py: if __name__ == "__main__"
#      related: train.py: if __name__ == "__main__"
