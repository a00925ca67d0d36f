# Without workers the data is loaded here.
# silent
from torch.utils.data import DataLoader

DataLoader([1])
DataLoader([1], num_workers=0)
DataLoader([1], 2, True, None, None, 0)
