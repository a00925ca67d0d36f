import multiprocessing
from concurrent.futures import ProcessPoolExecutor

from torch.utils.data import DataLoader

if __name__ == "__main__":
    multiprocessing.Process(target=print).start()
    ProcessPoolExecutor()
    DataLoader([1], num_workers=2)
