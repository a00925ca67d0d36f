# torch.multiprocessing sets the same default.
# silent
import torch.multiprocessing as mp

from pools import run

if __name__ == "__main__":
    mp.set_start_method("spawn")
    run([1, 2])
