"""Boost.Python: a function, and a class in a function of its own."""

import os

import boosted


def end(pid):
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


end(boosted.split())  # forks
end(boosted.Pool().spawn())  # forks
