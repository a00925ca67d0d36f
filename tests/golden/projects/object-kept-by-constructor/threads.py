import os

from processor import Processor, Recipe

Processor(threads=2).run(Recipe(len), [])
os.fork()
#^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
#^^^^^^^^ FRK201 warning: 'os.fork' may fork while a thread of PyArrow is alive.
