import os

pid = os.fork()
#     ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
