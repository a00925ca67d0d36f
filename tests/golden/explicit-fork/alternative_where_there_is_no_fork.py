# The alternative is for platforms without fork: one word at the context is enough.
from multiprocessing import Process, get_context
from multiprocessing.process import BaseProcess

ForkProcess: type[BaseProcess]
try:
    ForkProcess = get_context("fork").Process
#                 ^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
except ValueError:
    ForkProcess = Process


def start():
    process = ForkProcess(target=print)
    process.start()
