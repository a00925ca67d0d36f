# The instance starts itself.
import multiprocessing


class Worker(multiprocessing.Process):
    def __init__(self):
        super().__init__()
        self.start()


def main():
    Worker()
#   ^^^^^^^^ FRK102 warning: 'Worker' creates its processes by fork, the default start method on Linux before Python 3.14.
