# What other code assigns is not known from the constructor.
import os

from processor import Reader


class Job:
    def __init__(self, reader=None):
        self.source = reader

    def run(self):
        if self.source is not None:
            self.source.remap([])


def another():
    return Job(Reader())


job = Job()
job.source = Reader()
job.run()
os.fork()
#^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
#^^^^^^^^ FRK201 warning: 'os.fork' may fork while a thread of PyArrow is alive.
