# What is only made forks nothing: a method of it does, or whoever it is handed to.
from rq import Worker
from rq.scheduler import RQScheduler
from rq.worker_pool import WorkerPool


class LoudWorker(Worker):
    def __init__(self, queues, name):
        super().__init__(queues)
        self.label = name


def register(queues):
    worker = Worker(queues)
    worker.register_birth()
    Worker(queues)
    scheduler = RQScheduler(queues, connection=None)
    print(scheduler.acquired_locks)
    loud = LoudWorker(queues, "loud")
    print(loud.label)


def run(queues):
    worker = Worker(queues)
#            ^^^^^^^^^^^^^^ FRK105 warning: 'rq.Worker' forks this process, whatever start method is set.
    worker.work(burst=True)
    scheduler = RQScheduler(queues, connection=None)
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'rq.scheduler.RQScheduler' forks this process, whatever start method is set.
    scheduler.start()
    LoudWorker(queues, "loud").work()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'LoudWorker' forks this process, whatever start method is set.


def make(queues):
    return WorkerPool(queues, connection=None)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'rq.worker_pool.WorkerPool' forks this process, whatever start method is set.
