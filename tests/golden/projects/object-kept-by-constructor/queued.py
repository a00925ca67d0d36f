import os

from processor import optimize

optimize(len, [1, 2], queue=[])
os.fork()
#^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
#^^^^^^^^ FRK201 error: 'os.fork' forks while a thread of PyArrow is alive.
