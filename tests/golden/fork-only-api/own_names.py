# Functions of the project that only sound like it.
# silent
def fork():
    return 0


def mpi_fork():
    return fork()


class Menu:
    def fork(self):
        return self

    def spawnv(self):
        return self.fork()


Menu().spawnv()
mpi_fork()
