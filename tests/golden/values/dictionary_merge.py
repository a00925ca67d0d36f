from torch.utils.data import DataLoader

BASE = {"num_workers": 4}
DataLoader([1], **{**BASE, "multiprocessing_context": "spawn"})
DataLoader([1], **BASE | {"pin_memory": True})
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 note: 'torch.utils.data.DataLoader' forks its worker processes if it has any: the value of 'num_workers' is not known here.
