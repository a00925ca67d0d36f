# The process is started first: the feeder thread begins with the first put.
import multiprocessing


class Orderly:
    def __init__(self):
        self.jobs = multiprocessing.Queue()

    def start(self):
        multiprocessing.Process(target=print, args=(self.jobs,)).start()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.

    def submit(self, job):
        self.jobs.put(job)


if __name__ == "__main__":
    orderly = Orderly()
    orderly.start()
    orderly.submit(1)
