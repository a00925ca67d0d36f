# A loader's collate_fn, and its worker_init_fn, where its workers are spawned.
from torch.utils.data import DataLoader, Dataset


class Squares(Dataset):
    def __len__(self):
        return 4

    def __getitem__(self, index):
        return index * index


def first(items):
    return items[0]


def loaders():
    def seed(worker):
        print(worker)

    yield DataLoader(Squares(), num_workers=2, multiprocessing_context="spawn", collate_fn=lambda items: items)
#                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK301 error: A process of 'torch.utils.data.DataLoader' can't be sent a lambda.
    yield DataLoader(Squares(), num_workers=2, multiprocessing_context="spawn", worker_init_fn=seed)
#                                                                               ^^^^^^^^^^^^^^^^^^^ FRK301 error: A process of 'torch.utils.data.DataLoader' can't be sent the nested function 'seed'.
    yield DataLoader(Squares(), num_workers=2, multiprocessing_context="spawn", collate_fn=first)
