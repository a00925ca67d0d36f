# The workers start when the loader is iterated over.
import threading

from torch.utils.data import DataLoader


def report():
    print("working")


def train(dataset):
    loader = DataLoader(dataset, num_workers=2)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'torch.utils.data.DataLoader' forks while a thread of threading.Thread is alive.
#      flow: threading.Thread(target=report, daemon=True).start()
#      flow: loader
    threading.Thread(target=report, daemon=True).start()
    for batch in loader:
        print(batch)


def train_before(dataset):
    loader = DataLoader(dataset, num_workers=2)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    for batch in loader:
        print(batch)
    threading.Thread(target=report, daemon=True).start()


def train_in_place(dataset):
    loader = DataLoader(dataset, num_workers=0)
    threading.Thread(target=report, daemon=True).start()
    for batch in loader:
        print(batch)
