# WebLoader is torch's DataLoader with a fluent interface around it.
import webdataset

webdataset.WebLoader([1], batch_size=None, num_workers=4).shuffle(10)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'webdataset.WebLoader' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
webdataset.WebLoader([1], batch_size=None)
webdataset.WebLoader([1], num_workers=4, multiprocessing_context="spawn")
