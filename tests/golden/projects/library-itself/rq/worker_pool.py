# The class is known under this name as well as under that of the package.
from multiprocessing import get_context


class WorkerPool:
    def __init__(self, queues):
        self.queues = queues

    def start(self):
        get_context("fork").Process(target=print).start()
#       ^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
