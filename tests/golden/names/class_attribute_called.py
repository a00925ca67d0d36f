# Called through the class.
import multiprocessing


class Runner:
    executor_class = multiprocessing.pool.ThreadPool
    process_class = multiprocessing.Process

    def run(self):
        self.process_class(target=print).start()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
