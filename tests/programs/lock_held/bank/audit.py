"""An audit works on a snapshot, so that nothing changes while it is made."""

import multiprocessing

from . import accounts


def _audit(snapshot, results):
    results.send(sum(snapshot.values()))


class Auditor:
    def __init__(self, lock):
        self._lock = lock

    def start(self):
        reader, writer = multiprocessing.Pipe(duplex=False)
        with self._lock:
            snapshot = accounts.balances()
            child = multiprocessing.Process(target=_audit, args=(snapshot, writer))
            child.start()
        return child, reader
