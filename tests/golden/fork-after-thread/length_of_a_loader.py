# Asking a loader for its length starts no workers; running over it does.
import threading
import time

from torch.utils.data import DataLoader


def evaluate(dataset):
    loader = DataLoader(dataset, batch_size=2, num_workers=2)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    for batch in loader:
        print(batch)
    threading.Thread(target=time.sleep, args=(1,)).start()
    print(len(loader))


def report(dataset):
    loader = DataLoader(dataset, batch_size=2, num_workers=2)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'torch.utils.data.DataLoader' forks while a thread of threading.Thread is alive.
    threading.Thread(target=time.sleep, args=(1,)).start()
    for number, batch in enumerate(loader):
        print(number, len(loader), batch)
