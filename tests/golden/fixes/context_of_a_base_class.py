# A class that derives from Process derives from the context's.
import multiprocessing


class Worker(multiprocessing.Process):
    def run(self):
        print("runs")


if __name__ == "__main__":
    Worker().start()
#   ^^^^^^^^ FRK102 warning: 'Worker' creates its processes by fork, the default start method on Linux before Python 3.14.
