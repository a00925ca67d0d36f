# No thread is alive in this program, whatever else runs over loaders with the same function.
from engine import run_epoch
from torch.utils.data import DataLoader

if __name__ == "__main__":
    run_epoch(DataLoader([], num_workers=2))
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
