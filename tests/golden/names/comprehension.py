# Made in a comprehension, started in another.
from multiprocessing import Process

processes = [Process(target=print, args=(n,)) for n in range(4)]
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
[process.start() for process in processes]
