"""A process that fetches pages until it is told to stop."""

import logging
import multiprocessing
import signal

from .site import fetch

STOP = "STOP"


class CrawlWorker(multiprocessing.Process):
    def __init__(self, number, todo, done):
        super().__init__(name="crawl-%d" % number, daemon=True)
        self.todo = todo
        self.done = done

    def run(self):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        logger = logging.getLogger(self.name)
        while True:
            path = self.todo.get()
            if path == STOP:
                logger.debug("stops")
                return
            self.done.put(fetch(path))
