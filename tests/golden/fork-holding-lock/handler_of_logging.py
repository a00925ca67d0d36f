# The locks of logging's handlers are made anew in every child since Python 3.7: no hazard, whoever holds them.
import logging
import os
import threading


class Forking(logging.Handler):
    def emit(self, record):
        os.fork()
#       ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.


def hold(handler):
    handler.acquire()
    handler.release()


def report(handler):
    handler.acquire()
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
    handler.release()


def keep_busy(handler):
    worker = threading.Thread(target=hold, args=(handler,))
    worker.start()
    worker.join()
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
