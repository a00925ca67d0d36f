# The manager that multiprocessing.Manager() gives is started already: `with` starts nothing more.
import multiprocessing

with multiprocessing.Manager() as manager:
#    ^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Manager' creates its processes by fork, the default start method on Linux before Python 3.14.
    manager.list()
