# The partial's own arguments count.
# silent
import functools

from torch.utils.data import DataLoader

make_loader = functools.partial(DataLoader, num_workers=4, multiprocessing_context="spawn")
train = make_loader([1, 2])
