"""nanobind: a lambda and a class."""

import os

import nano


def end(pid):
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


end(nano.split())  # forks
end(nano.Pool().spawn())  # forks
