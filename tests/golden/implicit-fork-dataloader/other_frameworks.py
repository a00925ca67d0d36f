# Loaders of other frameworks fork as well.
from mxnet.gluon.data import DataLoader as MxLoader
from paddle.io import DataLoader

DataLoader([1])
DataLoader([1], num_workers=2)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'paddle.io.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
MxLoader([1], batch_size=1, num_workers=2)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'mxnet.gluon.data.DataLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
MxLoader([1], batch_size=1, num_workers=2, thread_pool=True)
