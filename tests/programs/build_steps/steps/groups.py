"""Steps run in process groups of their own, so that one that hangs can be stopped with all it started."""

import os
import resource
import signal


def limit_and_detach():
    """Runs in the child, between fork and exec."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def stop_group(process):
    try:
        os.killpg(process.pid, signal.SIGTERM)
    except ProcessLookupError:
        pass
