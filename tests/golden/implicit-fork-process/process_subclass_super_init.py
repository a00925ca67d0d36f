# super().__init__ of a Process makes nothing.
import multiprocessing


class Worker(multiprocessing.Process):
    def __init__(self, queue):
        super().__init__(daemon=True)
        self.queue = queue


def main(queue):
    worker = Worker(queue)
#            ^^^^^^^^^^^^^ FRK102 warning: 'Worker' creates its processes by fork, the default start method on Linux before Python 3.14.
    worker.start()
