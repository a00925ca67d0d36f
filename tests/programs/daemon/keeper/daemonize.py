"""Puts the calling process into the background, the old way."""

import os
import sys


def daemonize(pid_file, keep_output=False):
    """Returns in the daemon only; the caller's process ends the function with False."""
    if os.fork() > 0:
        os.wait()
        return False
    os.setsid()
    if os.fork() > 0:
        os._exit(0)
    os.umask(0o022)
    with open(pid_file, "w") as stream:
        stream.write(str(os.getpid()))
    if not keep_output:
        null = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(null, descriptor)
    sys.stdout.flush()
    return True
