# By name in the loader.
from torch.utils.data import DataLoader

loader = DataLoader([], num_workers=2, multiprocessing_context="fork")
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'torch.utils.data.DataLoader' is asked for the fork start method.
