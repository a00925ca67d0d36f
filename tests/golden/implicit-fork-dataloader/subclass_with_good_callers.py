# Callers are not told apart: what one leaves out and what another passes may meet.
from torch.utils.data import DataLoader


class Loader(DataLoader):
    def __init__(self, dataset, **kwargs):
        super().__init__(dataset, shuffle=True, **kwargs)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 note: 'torch.utils.data.DataLoader' forks its worker processes if it has any: which of several contexts it gets is not known here.


Loader([1])
Loader([1], num_workers=2, multiprocessing_context="spawn")
