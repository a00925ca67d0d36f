import os

try:
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
except* OSError as group:
    print(group)
