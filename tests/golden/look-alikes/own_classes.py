# silent
class Process:
    def start(self):
        pass


class SingleProcessPool:
    pass


class Pool:
    def map(self, function, items):
        return [function(item) for item in items]


Process().start()
SingleProcessPool()
Pool().map(abs, [1])
