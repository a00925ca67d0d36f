# On the CPU, as the class says of an object that is made without a configuration.
import os

from extractor import Bank

Bank()
os.fork()
#^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
