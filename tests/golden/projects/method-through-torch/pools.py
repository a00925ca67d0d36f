import multiprocessing

from torch.utils.data import DataLoader


def run(dataset):
    with multiprocessing.Pool(2) as pool:
        print(pool.map(abs, range(4)))
    for batch in DataLoader(dataset, num_workers=2):
        print(batch)
