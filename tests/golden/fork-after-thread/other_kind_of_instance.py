# An instance that was made to start a thread never forks, and one that was made to fork starts no thread; what is
# set again later may do both.
import threading
from multiprocessing import Process


class Runner:
    def __init__(self, processes=None):
        self.processes = None
        if processes is not None:
            self.processes = processes

    def __enter__(self):
        if self.processes is None:
            threading.Thread(target=print).start()
        return self

    def __exit__(self, *error):
        pass

    def run(self, work):
        if self.processes is not None and work is not None:
            Process(target=work).start()
#           ^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
        else:
            work()


class Changing:
    def __init__(self):
        self.processes = None

    def set(self, processes):
        self.processes = processes

    def __enter__(self):
        if self.processes is None:
            threading.Thread(target=print).start()
        return self

    def __exit__(self, *error):
        pass

    def run(self, work):
        if self.processes is not None:
            Process(target=work).start()
#           ^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#           ^^^^^^^^^^^^^^^^^^^^ FRK201 warning: 'multiprocessing.Process' may fork while a thread of threading.Thread is alive.


if __name__ == "__main__":
    with Runner(processes=2) as runner:
        runner.run(print)
    with Changing() as changing:
        changing.set(2)
        changing.run(print)
