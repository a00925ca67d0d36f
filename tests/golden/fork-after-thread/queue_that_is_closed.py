# close() tells the feeder thread to end, which it does when all is written; join_thread() waits for that.
import multiprocessing


def work():
    print("working")


class Worker:
    def __init__(self):
        self.results = multiprocessing.Queue()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.results.close()

    def run(self):
        self.results.put("done")


def closed(names):
    queue = multiprocessing.Queue()
    queue.put(names)
    queue.close()
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 warning: 'multiprocessing.Process' may fork while a thread of multiprocessing.Queue is alive.


def joined(names):
    queue = multiprocessing.Queue()
    queue.put(names)
    queue.close()
    queue.join_thread()
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def closed_by_the_block(workers):
    with Worker() as worker:
        worker.run()
    workers.append(worker)
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def within_the_block(workers):
    with Worker() as worker:
        worker.run()
        multiprocessing.Process(target=work).start()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of multiprocessing.Queue is alive.
