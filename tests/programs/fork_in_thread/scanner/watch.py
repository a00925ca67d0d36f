"""A thread that looks for new files and has each of them examined by a process."""

import multiprocessing
import threading

from .examine import examine


class Watcher(threading.Thread):
    def __init__(self, arrivals):
        super().__init__(name="watcher")
        self.arrivals = arrivals
        self.verdicts = {}

    def run(self):
        for name in self.arrivals:
            self.verdicts[name] = self.examine(name)

    def examine(self, name):
        reader, writer = multiprocessing.Pipe(duplex=False)
        examiner = multiprocessing.Process(target=examine, args=(name, writer))
        examiner.start()
        verdict = reader.recv()
        examiner.join()
        return verdict
