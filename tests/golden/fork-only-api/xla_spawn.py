# Spawns, unless fork is asked for by name.
import torch_xla.distributed.xla_multiprocessing as xmp

xmp.spawn(print)
xmp.spawn(print, start_method="fork")
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'torch_xla.distributed.xla_multiprocessing.spawn' is asked for the fork start method.
