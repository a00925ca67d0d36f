# t-strings of Python 3.14 evaluate what stands in them.
import os

text = t"{os.fork()}"
#         ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
