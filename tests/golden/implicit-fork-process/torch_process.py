import torch.multiprocessing as mp

process = mp.Process(target=print)
#         ^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'torch.multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
process.start()
