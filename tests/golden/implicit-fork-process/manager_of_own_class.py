from multiprocessing.managers import BaseManager


class Shared(BaseManager):
    pass


Shared.register("numbers", list)


def main():
    manager = Shared()
#             ^^^^^^^^ FRK102 warning: 'Shared' creates its processes by fork, the default start method on Linux before Python 3.14.
    manager.start()
    return manager.numbers()
