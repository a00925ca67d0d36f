import multiprocessing


class Base(multiprocessing.Process):
    pass


class Worker(Base):
    pass


def main():
    Worker().start()
#   ^^^^^^^^ FRK102 warning: 'Worker' creates its processes by fork, the default start method on Linux before Python 3.14.
