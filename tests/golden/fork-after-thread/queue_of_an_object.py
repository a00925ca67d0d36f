# One method puts into a queue of the object, which starts its feeder thread; another one forks.
import multiprocessing


class Service:
    def __init__(self):
        self.jobs = multiprocessing.Queue()
        self.worker = None

    def submit(self, job):
        self.jobs.put(job)

    def start(self):
        self.worker = multiprocessing.Process(target=print, args=(self.jobs,))
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of multiprocessing.Queue is alive.
        self.worker.start()


class Simple:
    def __init__(self):
        self.jobs = multiprocessing.SimpleQueue()
        self.worker = None

    def submit(self, job):
        self.jobs.put(job)

    def start(self):
        self.worker = multiprocessing.Process(target=print, args=(self.jobs,))
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of multiprocessing.Queue is alive.
        self.worker.start()


class Bus:
    def __init__(self, queue):
        self.queue = queue

    def send(self, event):
        self.queue.put(event)


class Runner:
    def __init__(self):
        self.events = multiprocessing.Queue()
        self.bus = Bus(self.events)

    def run(self):
        self.bus.send("begin")
        process = multiprocessing.Process(target=print)
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of multiprocessing.Queue is alive.
        process.start()
        process.join()


if __name__ == "__main__":
    service = Service()
    service.submit(1)
    service.start()
    simple = Simple()
    simple.submit(1)
    simple.start()
    Runner().run()
