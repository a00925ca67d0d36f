# `from a import b` of a module.
from torch.utils import data
from concurrent import futures

loader = data.DataLoader([], num_workers=2)
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
executor = futures.ProcessPoolExecutor()
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
