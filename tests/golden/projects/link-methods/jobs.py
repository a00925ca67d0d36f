from multiprocessing import Process

from base import Base


class Watched(Base):
    def prepare(self):
        super().prepare()
        self.watch()

    def work(self):
        Process(target=print).start()
#       ^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#       ^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of threading.Thread is alive.


class Plain(Base):
    def work(self):
        Process(target=print).start()
#       ^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
