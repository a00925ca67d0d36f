"""Who wants to hear of what, by name."""

from collections import defaultdict


class Events:
    def __init__(self):
        self._listeners = defaultdict(list)

    def on(self, name, listener):
        self._listeners[name].append(listener)

    def emit(self, name, *arguments):
        return [listener(*arguments) for listener in self._listeners[name]]
