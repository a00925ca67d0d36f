from rq.worker_pool import WorkerPool


def start(queues):
    WorkerPool(queues).start()
