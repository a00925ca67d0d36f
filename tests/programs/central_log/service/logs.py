"""Records of all processes go through one queue to one listener, as the logging cookbook says."""

import logging
import logging.handlers
import multiprocessing
import sys


def configure_parent():
    """The queue for the children, and the listener that writes what comes out of it."""
    queue = multiprocessing.Queue()
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    listener = logging.handlers.QueueListener(queue, handler)
    listener.start()
    return queue, listener


def configure_child(queue):
    root = logging.getLogger()
    root.handlers[:] = [logging.handlers.QueueHandler(queue)]
    root.setLevel(logging.INFO)
