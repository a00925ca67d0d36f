# The listener of log records has a thread from start() to stop().
import logging
import logging.handlers
import multiprocessing
import queue


def square(x):
    return x * x


def run(workers):
    with multiprocessing.Pool(workers) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of QueueListener is alive.
#      flow: listener.start()
#      flow: run(2)
#      flow: multiprocessing.Pool(workers)
        print(pool.map(square, range(4)))


def run_quietly(workers):
    with multiprocessing.Pool(workers) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        print(pool.map(square, range(4)))
        pool.terminate()
        pool.join()


if __name__ == "__main__":
    records = queue.Queue()
    logging.getLogger().addHandler(logging.handlers.QueueHandler(records))
    quiet = logging.handlers.QueueListener(records, logging.StreamHandler())
    quiet.start()
    quiet.stop()
    run_quietly(2)
    listener = logging.handlers.QueueListener(records, logging.StreamHandler())
    listener.start()
    run(2)
    listener.stop()
