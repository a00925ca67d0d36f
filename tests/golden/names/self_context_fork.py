# The context is kept in the instance.
import multiprocessing


class Trainer:
    def __init__(self):
        self.ctx = multiprocessing.get_context("fork")
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.

    def start(self):
        self.ctx.Process(target=print).start()
