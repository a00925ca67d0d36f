# No reader, no key_fn and no queue: the object of this call starts no thread.
import os

from processor import optimize

optimize(len, [1, 2])
os.fork()
#^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
