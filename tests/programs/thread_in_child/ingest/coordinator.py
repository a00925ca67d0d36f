import multiprocessing

from .reader import BLOCKS, read


class Coordinator:
    """Has no thread itself: those are the children's."""

    def __init__(self):
        self.results = multiprocessing.SimpleQueue()
        self.readers = []

    def start(self):
        for name in BLOCKS:
            reader = multiprocessing.Process(target=read, args=(name, self.results))
            reader.start()
            self.readers.append(reader)

    def finish(self):
        totals = dict(self.results.get() for _ in self.readers)
        for reader in self.readers:
            reader.join()
        return totals
