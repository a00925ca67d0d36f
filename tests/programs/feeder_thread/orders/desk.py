"""Takes orders and puts them into a queue; more cooks come when there are many."""

import multiprocessing

from .kitchen import cook


class Desk:
    def __init__(self):
        self.orders = multiprocessing.Queue()
        self.meals = multiprocessing.SimpleQueue()
        self.cooks = []
        self.taken = 0

    def take(self, order):
        """The first order starts the queue's feeder thread."""
        self.orders.put(order)
        self.taken += 1
        if self.taken % 3 == 1:
            self.hire()

    def hire(self):
        newcomer = multiprocessing.Process(target=cook, args=(self.orders, self.meals))
        newcomer.start()
        self.cooks.append(newcomer)

    def serve(self):
        meals = sorted(self.meals.get() for _ in range(self.taken))
        for _ in self.cooks:
            self.orders.put(None)
        for each in self.cooks:
            each.join()
        return meals
