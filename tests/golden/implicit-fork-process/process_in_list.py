# Started through a list.
import multiprocessing

workers = []
for n in range(4):
    worker = multiprocessing.Process(target=print)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    workers.append(worker)
for worker in workers:
    worker.start()
