# The attribute may be set after construction; workers start when it is iterated.
from torch.utils.data import DataLoader

loader = DataLoader([1], num_workers=4)
loader.multiprocessing_context = "spawn"
for batch in loader:
#            ^^^^^^ FRK303 error: 'torch.utils.data.DataLoader' is reached when the script is imported: no main guard stands before it.
    print(batch)
