# Each of the workers runs in a process of its own: what one has started is not alive where another one forks.
import multiprocessing
import threading
import time


def work():
    print("working")


class Worker(multiprocessing.Process):
    def run(self):
        helper = multiprocessing.Process(target=work)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
        helper.start()
        threading.Thread(target=time.sleep, args=(60,)).start()


class CarelessWorker(multiprocessing.Process):
    def run(self):
        threading.Thread(target=time.sleep, args=(60,)).start()
        multiprocessing.Process(target=work).start()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of threading.Thread is alive.


def run_all(careless):
    workers = [Worker(), Worker()]
#              ^^^^^^^^ FRK102 warning: 'Worker' creates its processes by fork, the default start method on Linux before Python 3.14.
#                        ^^^^^^^^ FRK102 warning: 'Worker' creates its processes by fork, the default start method on Linux before Python 3.14.
    if careless:
        workers.append(CarelessWorker())
#                      ^^^^^^^^^^^^^^^^ FRK102 warning: 'CarelessWorker' creates its processes by fork, the default start method on Linux before Python 3.14.
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
