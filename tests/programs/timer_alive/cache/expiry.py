"""Entries that vanish after a while: a timer per entry, as in many small caches."""

import threading


class ExpiringCache:
    def __init__(self, seconds):
        self.seconds = seconds
        self._values = {}
        self._timers = {}

    def put(self, key, value):
        self._values[key] = value
        self._cancel(key)
        timer = threading.Timer(self.seconds, self._values.pop, args=(key, None))
        timer.daemon = True
        timer.start()
        self._timers[key] = timer

    def get(self, key):
        return self._values.get(key)

    def _cancel(self, key):
        timer = self._timers.pop(key, None)
        if timer is not None:
            timer.cancel()

    def clear(self):
        for key in list(self._timers):
            self._cancel(key)
        self._values.clear()
