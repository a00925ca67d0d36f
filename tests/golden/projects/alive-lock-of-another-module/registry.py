import threading


class Registry:
    def __init__(self):
        self._lock = threading.Lock()
        self._known = {}

    def get(self, key, factory):
        with self._lock:
            if key not in self._known:
                self._known[key] = factory()
            return self._known[key]


REGISTRY = Registry()
