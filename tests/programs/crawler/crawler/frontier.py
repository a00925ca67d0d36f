"""Knows which pages were seen and hands the others out."""

from .worker import STOP


class Frontier:
    def __init__(self, todo, done):
        self.todo = todo
        self.done = done
        self.seen = set()
        self.waiting = 0

    def add(self, path):
        if path not in self.seen:
            self.seen.add(path)
            self.waiting += 1
            self.todo.put(path)

    def pages(self):
        while self.waiting:
            page = self.done.get()
            self.waiting -= 1
            for link in page["links"]:
                self.add(link)
            yield page

    def stop(self, workers):
        for _ in workers:
            self.todo.put(STOP)
        for worker in workers:
            worker.join()
