# The context is the 4th argument of a manager.
import multiprocessing
from multiprocessing.managers import BaseManager

BaseManager(None, b"key", "pickle", multiprocessing.get_context("spawn")).start()
BaseManager(None, b"key", "pickle", None).start()
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.managers.BaseManager' creates its processes by fork, the default start method on Linux before Python 3.14.
