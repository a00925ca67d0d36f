"""Workers that take numbers of particles from one queue and put heights into another."""

import multiprocessing

from .physics import final_height


class Channels:
    """The queues between the main process and its workers."""

    def __init__(self):
        self.orders = multiprocessing.Queue()
        self.results = multiprocessing.Queue()


def work(channels, steps):
    for number in iter(channels.orders.get, None):
        channels.results.put((number, final_height(number * 10, steps)))


def start(channels, settings):
    workers = []
    for _ in range(settings.workers):
        worker = multiprocessing.Process(target=work, args=(channels, settings.steps))
        worker.start()
        workers.append(worker)
    return workers
