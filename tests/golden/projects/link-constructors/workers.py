import multiprocessing


def work():
    print("working")


class Workers:
    def __init__(self, count):
        self.processes = [multiprocessing.Process(target=work) for _ in range(count)]
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of threading.Thread is alive.
#      flow: main.py: Service("metrics")
#      flow: service.py: super().__init__()
#      flow: service.py: self._thread.start()
#      flow: main.py: Workers(2)
#      flow: process.start()
        for process in self.processes:
            process.start()

    def join(self):
        for process in self.processes:
            process.join()
