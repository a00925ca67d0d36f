from os import *

pid = fork()
#     ^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
