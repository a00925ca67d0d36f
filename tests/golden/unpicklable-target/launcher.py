# torch.multiprocessing.spawn pickles what it runs.
import torch.multiprocessing


def main(rank):
    print(rank)


def launch():
    def train(rank):
        print(rank)

    torch.multiprocessing.spawn(train, nprocs=2)
#                               ^^^^^ FRK301 error: A process of 'torch.multiprocessing.spawn' can't be sent the nested function 'train'.
    torch.multiprocessing.spawn(main, nprocs=2)
