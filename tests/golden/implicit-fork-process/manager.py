# A manager is always a process.
import multiprocessing

manager = multiprocessing.Manager()
#         ^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Manager' creates its processes by fork, the default start method on Linux before Python 3.14.
