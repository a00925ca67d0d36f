# Threads that have handed over all they had to a queue of the function that started them are done; of those of
# which it takes one result, that is not known.
import multiprocessing
import threading
from queue import Queue


def work(jobs, results):
    for job in iter(jobs.get, None):
        results.put(job)
    results.put(None)


def produce(jobs):
    for job in range(3):
        jobs.put(job)
    jobs.put(None)


def collect(results, jobs, workers):
    while workers > 0:
        if results.get() is None:
            workers -= 1


def train():
    jobs = Queue()
    results = Queue()
    workers = [threading.Thread(target=work, args=(jobs, results)) for _ in range(2)]
    workers.append(threading.Thread(target=produce, args=(jobs,)))
    for thread in workers:
        thread.start()
    collect(results, jobs, workers=2)


def first_result():
    jobs = Queue()
    results = Queue()
    threading.Thread(target=work, args=(jobs, results)).start()
    jobs.put(1)
    return results.get()


def after_training():
    train()
    multiprocessing.Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def after_the_first_result():
    first_result()
    multiprocessing.Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of threading.Thread is alive.


if __name__ == "__main__":
    if input():
        after_training()
    else:
        after_the_first_result()
