# An argument of the call overrules the partial's.
# silent
import functools

from torch.utils.data import DataLoader

make_loader = functools.partial(DataLoader, num_workers=4)
quiet = make_loader([1, 2], num_workers=0)
