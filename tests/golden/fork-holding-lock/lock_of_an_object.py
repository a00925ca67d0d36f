# The lock is an attribute, the fork a method away.
import multiprocessing
import threading


def work():
    print("working")


class Supervisor:
    def __init__(self):
        self._lock = threading.RLock()
        self._workers = []

    def scale(self, count):
        with self._lock:
            while len(self._workers) < count:
                self._add()

    def _add(self):
        worker = multiprocessing.Process(target=work)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK202 error: 'multiprocessing.Process' forks while a threading.RLock is held.
#      flow: Supervisor().scale(2)
#      flow: self._lock
#      flow: self._add()
#      flow: worker.start()
        worker.start()
        self._workers.append(worker)


if __name__ == "__main__":
    Supervisor().scale(2)
