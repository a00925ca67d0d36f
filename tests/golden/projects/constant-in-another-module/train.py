import multiprocessing

import settings
from settings import METHOD
from torch.utils.data import DataLoader


def train(dataset):
    multiprocessing.get_context(METHOD).Process(target=print).start()
    DataLoader(dataset, num_workers=settings.WORKERS)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    DataLoader(dataset, num_workers=settings.WORKERS, multiprocessing_context=settings.METHOD)
