"""Tells a supervisor that the job still lives: here, by counting."""

import threading


class Heartbeat:
    def __init__(self, every):
        self.every = every
        self.beats = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="heartbeat", daemon=True)

    def start(self):
        self._thread.start()

    def _beat(self):
        while not self._stop.wait(self.every):
            self.beats += 1

    def stop(self):
        self._stop.set()
        self._thread.join()
