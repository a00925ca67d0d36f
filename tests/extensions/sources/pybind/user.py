"""pybind11: functions, templates, a class, a submodule, a helper that is given the module."""

import os

import fast
from fast import inner


def end(pid):
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


end(fast.split())  # forks
end(fast.split_as())  # forks
end(fast.Pool().spawn())  # forks
end(inner.by_lambda(1))  # forks
end(fast.in_helper())  # forks
