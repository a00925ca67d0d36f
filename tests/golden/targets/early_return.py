# Whoever gets past the return is not on Windows.
import os
import sys


def daemonize():
    if sys.platform == "win32":
        return None
    return os.fork()
#          ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
