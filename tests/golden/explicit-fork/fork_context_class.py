# The classes behind the names.
import multiprocessing.context


class Worker(multiprocessing.context.ForkProcess):
    pass


def start():
    Worker().start()
#   ^^^^^^^^ FRK105 warning: 'Worker' forks this process, whatever start method is set.
