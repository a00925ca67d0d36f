import multiprocessing


def serve(rows, results):
    from .scene import render_row

    for y in iter(rows.get, None):
        results.put((y, render_row(y)))


class Farm:
    """Processes that render rows."""

    def __init__(self, size):
        self.rows = multiprocessing.SimpleQueue()
        self.results = multiprocessing.SimpleQueue()
        self.workers = [multiprocessing.Process(target=serve, args=(self.rows, self.results)) for _ in range(size)]

    def render(self, height):
        for worker in self.workers:
            worker.start()
        for y in range(height):
            self.rows.put(y)
        for _ in self.workers:
            self.rows.put(None)
        picture = dict(self.results.get() for _ in range(height))
        for worker in self.workers:
            worker.join()
        return [picture[y] for y in range(height)]
