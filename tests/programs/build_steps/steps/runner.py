"""Runs the steps of a build, one after the other."""

import os
import subprocess
import sys

from .groups import limit_and_detach, stop_group


class StepFailed(Exception):
    def __init__(self, name, status):
        super().__init__("%s ended with status %d" % (name, status))


def run_step(name, code, seconds=10):
    process = subprocess.Popen([sys.executable, "-S", "-c", code], stdout=subprocess.PIPE,
                               preexec_fn=limit_and_detach, text=True)
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        stop_group(process)
        raise
    if process.returncode:
        raise StepFailed(name, process.returncode)
    return output.strip()


def version_of_python():
    """No Python code between fork and exec here."""
    done = subprocess.run([sys.executable, "-c", "print('ok')"], stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip()


def own_session():
    done = subprocess.run([sys.executable, "-c", "import os; print(os.getsid(0) == os.getpid())"],
                          stdout=subprocess.PIPE, text=True, preexec_fn=os.setsid)
    return done.stdout.strip()
