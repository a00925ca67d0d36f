# Arguments in a dictionary.
from torch.utils.data import DataLoader

OPTIONS = {"batch_size": 8, "num_workers": 4}
SPAWN = dict(num_workers=4, multiprocessing_context="spawn")
one = DataLoader([1], **OPTIONS)
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
two = DataLoader([1], **SPAWN)
