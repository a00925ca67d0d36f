# The library's own code shows where it forks; its users are told at the call of its API.
import os


class Worker:
    def __init__(self, queues):
        self.queues = queues

    def work(self):
        if os.fork() == 0:
#          ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
            os._exit(0)
