import os


class Pool:
    def __init__(self, processes=None):
        self._pid = os.fork()
#                   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
