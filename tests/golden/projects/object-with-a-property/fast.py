import os

from extractor import FastBank

FastBank()
os.fork()
#^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
#^^^^^^^^ FRK203 error: 'os.fork' forks after the accelerator was initialised.
