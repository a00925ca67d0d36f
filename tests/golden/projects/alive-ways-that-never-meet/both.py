# The first loader is run over before the thread, the second after it.
from engine import prepare, run_over
from torch.utils.data import DataLoader

if __name__ == "__main__":
    run_over(DataLoader([1], num_workers=2))
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    prepare("data", in_thread=True)
    run_over(DataLoader([2], num_workers=2))
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 warning: 'torch.utils.data.DataLoader' may fork while a thread of threading.Thread is alive.
