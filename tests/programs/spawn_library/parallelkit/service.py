"""A counter that lives in a process of its own."""

from .context import CONTEXT


def _count(orders, answers):
    value = 0
    for order in iter(orders.recv, "stop"):
        value += order
        answers.send(value)


class Counter:
    def __init__(self):
        reader, self._orders = CONTEXT.Pipe(duplex=False)
        self._answers, writer = CONTEXT.Pipe(duplex=False)
        self._process = CONTEXT.Process(target=_count, args=(reader, writer), daemon=True)

    def __enter__(self):
        self._process.start()
        return self

    def add(self, number):
        self._orders.send(number)
        return self._answers.recv()

    def __exit__(self, *error):
        self._orders.send("stop")
        self._process.join()
