import os

from processor import Processor, Recipe

Processor(threads=0).run(Recipe(len), [])
os.fork()
#^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
