import multiprocessing as mp
from torch.utils.data import DataLoader


def work(x):
    return x * 2


if __name__ == "__main__":
    with mp.get_context("spawn").Pool(4) as pool:
        print(pool.map(work, range(3)))
    loader = DataLoader([], num_workers=2, **{"shuffle": True})
