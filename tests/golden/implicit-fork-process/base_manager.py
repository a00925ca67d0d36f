# A manager's server is started by start() or by `with`.
import multiprocessing
from multiprocessing.managers import BaseManager, SharedMemoryManager

started = BaseManager()
#         ^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.managers.BaseManager' creates its processes by fork, the default start method on Linux before Python 3.14.
started.start()
with SharedMemoryManager() as shared:
#    ^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.managers.SharedMemoryManager' creates its processes by fork, the default start method on Linux before Python 3.14.
    pass
with BaseManager(ctx=multiprocessing.get_context("spawn")) as spawned:
    pass
