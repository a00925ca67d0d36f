import functools

from torch.utils.data import DataLoader

HERE = 0
WORKERS = 4

quiet_loader = functools.partial(DataLoader, num_workers=HERE)
busy_loader = functools.partial(DataLoader, num_workers=WORKERS)
