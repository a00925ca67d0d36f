# A context where there are workers; the number is evaluated once.
import os

from torch.utils.data import DataLoader


def load(data, args):
    yield DataLoader(data, num_workers=4)
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    yield DataLoader(data, num_workers=args.workers)
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 note: 'torch.utils.data.DataLoader' forks its worker processes if it has any: the value of 'num_workers' is not known here.
    yield DataLoader(data, num_workers=int(os.environ["WORKERS"]))
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 note: 'torch.utils.data.DataLoader' forks its worker processes if it has any: the value of 'num_workers' is not known here.
    yield DataLoader(
#         ^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
        data,
        num_workers=2,  # as measured
    )
    yield DataLoader(data, num_workers=2, multiprocessing_context=None)
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
    yield DataLoader(data, **args.loader)
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 note: 'torch.utils.data.DataLoader' forks its worker processes if it has any: the value of 'num_workers' is not known here.
