import logging
import logging.handlers
import queue

_records = queue.Queue()
_listener = logging.handlers.QueueListener(_records, logging.StreamHandler())


def start():
    logging.getLogger().addHandler(logging.handlers.QueueHandler(_records))
    _listener.start()


def stop():
    _listener.stop()
