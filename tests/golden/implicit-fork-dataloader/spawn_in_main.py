# The default of the whole program.
# silent
import torch.multiprocessing as mp
from torch.utils.data import DataLoader


def main():
    for batch in DataLoader([1], num_workers=4):
        print(batch)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
