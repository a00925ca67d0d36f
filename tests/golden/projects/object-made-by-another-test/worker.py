import multiprocessing


class Task(multiprocessing.Process):
    def __init__(self, context, results):
        super().__init__()
        self.context = context
        self.results = results

    def run(self):
        self.results.put(1)


class ContextTask(Task):
    def __init__(self, *args, **kwargs):
        super().__init__("context", *args, **kwargs)


class Worker:
    def __init__(self):
        self.results = multiprocessing.Queue()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.results.close()

    def run(self):
        ContextTask(self.results).run()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'ContextTask' creates its processes by fork, the default start method on Linux before Python 3.14.


def build():
    with Worker() as worker:
        worker.run()
