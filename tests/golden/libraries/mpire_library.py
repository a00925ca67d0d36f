# fork unless another method is asked for.
from mpire import WorkerPool

WorkerPool(4)
#^^^^^^^^^^^^ FRK105 warning: 'mpire.WorkerPool' forks this process, whatever start method is set.
WorkerPool(4, start_method="spawn")
WorkerPool(4, start_method="threading")
