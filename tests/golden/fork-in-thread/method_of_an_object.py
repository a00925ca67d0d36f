# The target is a method.
import multiprocessing
import threading


def work():
    print("working")


class Service:
    def __init__(self):
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def start(self):
        self._thread.start()

    def stop(self):
        self._thread.join()

    def _serve(self):
        process = multiprocessing.Process(target=work)
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK204 error: 'multiprocessing.Process' forks in a thread of threading.Thread, not in the main thread.
#      flow: service.start()
#      flow: self._thread.start()
#      flow: process.start()
        process.start()
        process.join()


if __name__ == "__main__":
    service = Service()
    service.start()
    service.stop()
