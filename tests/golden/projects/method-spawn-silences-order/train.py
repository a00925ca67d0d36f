# A thread and a device, but nothing forks.
# silent
import multiprocessing
import threading
import time

import torch

import pools

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    torch.cuda.set_device(0)
    threading.Thread(target=time.sleep, args=(1,)).start()
    pools.run()
