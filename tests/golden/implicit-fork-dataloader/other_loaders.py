# Loaders of other libraries that are DataLoaders.
from litdata import StreamingDataLoader
from monai.data import ThreadDataLoader
from torch_geometric.loader import NeighborLoader
from torchdata.stateful_dataloader import StatefulDataLoader

StreamingDataLoader([1], num_workers=1)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'litdata.StreamingDataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
NeighborLoader([1], num_neighbors=[1], num_workers=1)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch_geometric.loader.NeighborLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
StatefulDataLoader([1], num_workers=1)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torchdata.stateful_dataloader.StatefulDataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
ThreadDataLoader([1], num_workers=1, use_thread_workers=True)
