# The loader of this script is run over while the thread of this script is alive.
import threading
import time

from engine import run_epoch
from torch.utils.data import DataLoader

if __name__ == "__main__":
    threading.Thread(target=time.sleep, args=(60,)).start()
    run_epoch(DataLoader([], num_workers=2))
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'torch.utils.data.DataLoader' forks while a thread of threading.Thread is alive.
