import multiprocessing


def work(jobs, results):
    while True:
        job = jobs.get()
        if job is None:
            return
        results.put(job * job)


class Service:
    def __init__(self):
        self.jobs = multiprocessing.Queue()
        self.done = multiprocessing.SimpleQueue()
        self.worker = None

    def submit(self, job):
        self.jobs.put(job)

    def start(self):
        self.worker = multiprocessing.Process(target=work, args=(self.jobs, self.done))
        self.worker.start()

    def results(self, count):
        return [self.done.get() for _ in range(count)]

    def stop(self):
        self.jobs.put(None)
        self.worker.join()
