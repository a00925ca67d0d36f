# get_context() without a name is the default context.
import multiprocessing


class Trainer:
    def __init__(self):
        self.ctx = multiprocessing.get_context()

    def start(self):
        self.ctx.Process(target=print).start()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
