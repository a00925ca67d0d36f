import multiprocessing
import threading
import time


class TaskProcess(multiprocessing.Process):
    def __init__(self, task):
        super().__init__()
        self.task = task

    def run(self):
        print(self.task)


class Worker:
    def __enter__(self):
        self.keep_alive = threading.Thread(target=time.sleep, args=(5,), daemon=True)
        self.keep_alive.start()
        return self

    def __exit__(self, *error):
        return False

    def create(self, task):
        return TaskProcess(task)
#              ^^^^^^^^^^^^^^^^^ FRK102 warning: 'TaskProcess' creates its processes by fork, the default start method on Linux before Python 3.14.
#              ^^^^^^^^^^^^^^^^^ FRK201 error: 'TaskProcess' forks while a thread of threading.Thread is alive.

    def run(self, task):
        process = self.create(task)
        process.start()
        process.join()
