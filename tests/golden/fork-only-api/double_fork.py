# The classic daemon.
import os


def daemonize():
    if os.fork() > 0:
#      ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
        os._exit(0)
    os.setsid()
    if os.fork() > 0:
#      ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
        os._exit(0)
