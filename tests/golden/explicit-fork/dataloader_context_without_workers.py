# Without workers nothing is created, whatever the context says.
# silent
from torch.utils.data import DataLoader

loader = DataLoader([], multiprocessing_context="fork")
