import multiprocessing
import os

from worker import Task


def test_task():
    results = multiprocessing.Queue()
    Task("context", results).run()
#   ^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'Task' creates its processes by fork, the default start method on Linux before Python 3.14.
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
#   ^^^^^^^^^ FRK201 error: 'os.fork' forks while a thread of multiprocessing.Queue is alive.
    results.get()
