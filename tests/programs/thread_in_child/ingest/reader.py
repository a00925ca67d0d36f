"""Each reader is a process with a thread that reads ahead."""

import queue
import threading

BLOCKS = {"a": [3, 1, 2], "b": [10, 30, 20]}


def _read_ahead(name, into):
    for block in BLOCKS[name]:
        into.put(block)
    into.put(None)


def read(name, results):
    ahead = queue.Queue(maxsize=2)
    thread = threading.Thread(target=_read_ahead, args=(name, ahead), daemon=True)
    thread.start()
    total = sum(iter(ahead.get, None))
    thread.join()
    results.put((name, total))
