import os
from threading import Thread


class Pools:
    def __init__(self):
        self.workers: list[Thread] = []

    def start(self):
        self.workers.append(self.start_thread())

    def start_thread(self):
        thread = Thread(target=print)
        thread.start()
        return thread

    def stop(self):
        for thread in self.workers:
            if thread.is_alive():
                thread.join()

    def stop_some(self, names):
        for thread in self.workers:
            if thread.name in names:
                thread.join()


def joined():
    pools = Pools()
    pools.start()
    pools.stop()
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.


def joined_if_named(names):
    pools = Pools()
    pools.start()
    pools.stop_some(names)
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
#   ^^^^^^^^^ FRK201 warning: 'os.fork' may fork while a thread of threading.Thread is alive.
