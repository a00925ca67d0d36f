"""The hooks: what Python tells us before a fork and when a thread starts."""

import importlib.machinery
import importlib.util
import os
import sys
import threading
import time

from . import log, makers, stacks

FORKS = ("os.fork", "os.forkpty")
# What Thread.start() calls: Python up to 3.12, and from 3.13. Not every version tells an audit hook of it.
THREAD_STARTS = ("_start_new_thread", "_start_joinable_thread")

# Which call the interpreter said it is about to make, by thread. A fork without such a word is preexec_fn or native.
_announced = {}


def _on_audit(event, args):
    if event in FORKS:
        _announced[threading.get_ident()] = event


def _watch_thread_starts():
    for name in THREAD_STARTS:
        original = getattr(threading, name, None)
        if original is not None:
            setattr(threading, name, _remembering_start(original))


def _remembering_start(original):
    def start(function, *args, **kwargs):
        thread = getattr(function, "__self__", None)
        if isinstance(thread, threading.Thread):
            stacks.remember_start(thread, sys._getframe(1))
        return original(function, *args, **kwargs)

    return start


def _before_fork():
    frame = sys._getframe(1)
    call = _announced.pop(threading.get_ident(), None)
    if call is None:
        call = "preexec_fn" if frame.f_code.co_name == "_execute_child" else "native"
    stack = stacks.frames_of(frame)
    held = stacks.held_locks(frame)
    current = stacks.current_thread()
    log.write({
        "event": "fork",
        "call": call,
        "by": _who_forks(stack),
        "pid": os.getpid(),
        "process": log.role(),
        "stack": stack,
        "origin": stacks.origin(current),
        "made_by": makers.made_by(frame),
        "thread": getattr(current, "name", None),
        "main_thread": current is threading.main_thread(),
        "threads": [stacks.describe(thread) for thread in stacks.other_threads(current)],
        "native_threads": _native_threads(),
        "held_locks": held,
        "start_method": _start_method(),
    })


def _who_forks(stack):
    """'forkserver' where the server forks a child for a program that asked for that; 'user' otherwise."""
    innermost = stack[0]["file"] if stack else ""
    return "forkserver" if innermost.endswith("multiprocessing/forkserver.py") else "user"


def _native_threads():
    """All threads of this process as the kernel counts them; None where it can't be asked.

    Up to Python 3.12 a thread that was joined may still be on its way out of the kernel: it gets a moment for that.
    """
    known = len(threading._active)
    try:
        for _ in range(20):
            count = len(os.listdir("/proc/self/task"))
            if count <= known:
                break
            time.sleep(0.002)
        return count
    except OSError:
        return None


def _start_method():
    context = sys.modules.get("multiprocessing.context")
    default = getattr(context, "_default_context", None)
    actual = getattr(default, "_actual_context", None)
    return getattr(actual, "_name", None)


def _after_fork_in_child():
    _announced.clear()
    stacks.remember_birth(sys._getframe(1))
    log.become_fork_child()


def install():
    if not log.wanted():
        return
    log.write({"event": "process", "pid": os.getpid(), "parent": os.getppid(), "process": log.role()})
    makers.install()
    _watch_thread_starts()
    sys.addaudithook(_on_audit)
    os.register_at_fork(before=_before_fork, after_in_child=_after_fork_in_child)


def run_next_sitecustomize(ours, path):
    """Ours hides the one that the interpreter would have taken: run it too."""
    folder = os.path.dirname(os.path.abspath(ours))
    others = [entry for entry in path if os.path.abspath(entry or ".") != folder]
    spec = importlib.machinery.PathFinder.find_spec("sitecustomize", others)
    if spec is not None and spec.loader is not None:
        spec.loader.exec_module(importlib.util.module_from_spec(spec))
