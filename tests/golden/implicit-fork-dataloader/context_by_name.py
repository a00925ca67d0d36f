# silent
from torch.utils.data import DataLoader

DataLoader([1], num_workers=4, multiprocessing_context="spawn")
DataLoader([1], num_workers=4, multiprocessing_context="forkserver")
