"""Sends mail in the background."""

from concurrent.futures import ThreadPoolExecutor, wait


class Sender:
    """Keeps its threads for as long as the program runs."""

    def __init__(self):
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="mail")
        self._running = []
        self.sent = []

    def send(self, address, text):
        self._running.append(self._threads.submit(self._deliver, address, text))

    def _deliver(self, address, text):
        self.sent.append("%s: %s" % (address, text))

    def wait(self):
        wait(self._running)
        self._running.clear()

    def close(self):
        self._threads.shutdown()
