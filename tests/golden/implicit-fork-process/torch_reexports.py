# torch.multiprocessing has the same default context as multiprocessing.
# silent
import multiprocessing

import torch.multiprocessing as mp

if __name__ == "__main__":
    mp.set_start_method("spawn")
    multiprocessing.Process(target=print).start()
    mp.Process(target=print).start()
