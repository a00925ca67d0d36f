from torch.utils.data import DataLoader


def make_loader(dataset, workers=4):
    return DataLoader(dataset, batch_size=2, num_workers=workers, shuffle=True)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'torch.utils.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
#      says: in train.py;
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK203 error: 'torch.utils.data.DataLoader' forks after the NPU runtime was initialised.
#      says: can hold the interpreter's own lock
#      flow: train.py: main()
#      flow: train.py: init_device(args.local_rank)
#      flow: engine/setup.py: torch.npu.set_device(rank)
#      flow: train.py: fit([1, 2, 3])
#      flow: engine/loop.py: make_loader(dataset)
