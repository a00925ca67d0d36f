# What stands behind a return, raise, break or continue never runs.
import os


def early():
    return 1
    os.fork()


def failing():
    raise NotImplementedError
    os.fork()


def looping(items):
    for item in items:
        if item:
            continue
            os.fork()
        break
        os.fork()
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
