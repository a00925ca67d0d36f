# A Process of the project's own; start() is what forks.
import multiprocessing as mp


class Worker(mp.Process):
    def run(self):
        print("working")


def main():
    worker = Worker()
#            ^^^^^^^^ FRK102 warning: 'Worker' creates its processes by fork, the default start method on Linux before Python 3.14.
    worker.start()
    worker.join()
