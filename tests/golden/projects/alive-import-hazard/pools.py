import multiprocessing


def run(name):
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK203 error: 'multiprocessing.Pool' forks after the NPU runtime was initialised.
#      flow: train.py: import device
#      flow: device.py: import torch_npu
#      flow: train.py: pools.run(device.NAME)
#      flow: multiprocessing.Pool(2)
        print(name, pool.map(abs, range(4)))
