# torch's launcher spawns unless told otherwise; the method is its 6th argument.
import torch.multiprocessing as mp


def main(fn):
    mp.spawn(fn, nprocs=2)
    mp.start_processes(fn, nprocs=2)
    mp.start_processes(fn, (), 2, True, False, "fork")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'torch.multiprocessing.start_processes' is asked for the fork start method.
    mp.start_processes(fn, nprocs=2, start_method="fork")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'torch.multiprocessing.start_processes' is asked for the fork start method.
