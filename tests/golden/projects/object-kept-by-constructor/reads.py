import os

from processor import Reader, optimize

optimize(len, [1, 2], reader=Reader())
os.fork()
#^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
#^^^^^^^^ FRK201 warning: 'os.fork' may fork while a thread of PyArrow is alive.
