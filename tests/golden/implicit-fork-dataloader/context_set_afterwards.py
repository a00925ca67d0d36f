# The attribute may be set after construction; workers start when it is iterated.
# silent
from torch.utils.data import DataLoader

loader = DataLoader([1], num_workers=4)
loader.multiprocessing_context = "spawn"
for batch in loader:
    print(batch)
