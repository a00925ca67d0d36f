"""The stock of a shop, shared between processes by a Manager."""

from multiprocessing import Manager


class Ledger:
    """Numbers of things by name. Everyone who holds it sees the same numbers."""

    def __init__(self, manager):
        self.counts = manager.dict()
        self.journal = manager.list()
        self.lock = manager.Lock()

    def change(self, name, by, who):
        with self.lock:
            self.counts[name] = self.counts.get(name, 0) + by
            self.journal.append((who, name, by))

    def summary(self):
        return dict(self.counts)


def open_ledger():
    manager = Manager()
    return manager, Ledger(manager)
