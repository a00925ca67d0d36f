"""The log: one line of JSON per event, appended in one write so that processes do not mix theirs."""

import json
import os

START_FOLDER = os.getcwd()

_settings = {"log": os.environ.get("FORK_RECORDER_LOG", ""), "root": os.environ.get("FORK_RECORDER_ROOT", "")}
_role = []


def wanted():
    return bool(_settings["log"] and _settings["root"])


def root():
    return os.path.join(os.path.abspath(_settings["root"]), "")


def write(event):
    line = (json.dumps(event) + "\n").encode("utf-8")
    descriptor = os.open(_settings["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        os.write(descriptor, line)
    finally:
        os.close(descriptor)


def role():
    """What this process is: 'program', or how multiprocessing made it."""
    if not _role:
        _role.append(_read_role())
    return _role[0]


def become_fork_child():
    _role[:] = ["forkserver child" if role() == "forkserver" else "fork child"]


def _read_role():
    try:
        with open("/proc/self/cmdline", "rb") as stream:
            command = stream.read().decode("utf-8", "replace")
    except OSError:
        return "unknown"
    if "multiprocessing.forkserver import main" in command:
        return "forkserver"
    if "multiprocessing.resource_tracker import main" in command:
        return "resource tracker"
    return "spawn child" if "--multiprocessing-fork" in command else "program"
