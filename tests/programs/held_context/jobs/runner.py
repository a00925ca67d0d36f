"""Runs jobs in processes of whatever context it was given."""


class Runner:
    def __init__(self, ctx, workers=2):
        self.ctx = ctx
        self.workers = workers
        self.results = self.ctx.SimpleQueue()

    def run(self, function, orders):
        children = [self.ctx.Process(target=_child, args=(function, order, self.results)) for order in orders]
        for child in children:
            child.start()
        found = [self.results.get() for _ in children]
        for child in children:
            child.join()
        return sorted(found)

    def map(self, function, orders):
        with self.ctx.Pool(self.workers) as pool:
            return pool.map(function, orders)


def _child(function, order, results):
    results.put((order, function(order)))
