"""Cython: a function and a class."""

import os

import cy


def end(pid):
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


end(cy.launch())  # forks
end(cy.Pool().spawn())  # forks
