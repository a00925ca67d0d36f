"""Python stacks as plain data, cut where a forked child began its life; threads with the place that started them."""

import os
import sys
import threading

from . import log

LIBRARY = os.path.dirname(os.path.abspath(os.__file__)) + os.sep
LOCK, RLOCK = type(threading.Lock()), type(threading.RLock())
# Up to Python 3.12 each Thread holds this one for as long as it runs.
OWN_LOCKS_OF_THREADS = ("_tstate_lock",)

# Thread -> the stack that called its start(), by identity: a thread object is never changed by the recorder.
_starts = {}
# In a forked child: depth and code of the frame that called fork. What lies outside of it is the parent's past,
# as long as that frame lives.
_birth = []


def frames_of(frame):
    """From the innermost frame outwards: file (relative to the program, or '<lib>/...'), line, function."""
    depth = _depth(frame)
    result = []
    while frame is not None:
        code = frame.f_code
        result.append({"file": _short(code.co_filename), "line": frame.f_lineno, "function": code.co_name})
        if (depth, code) in _birth:
            break
        frame = frame.f_back
        depth -= 1
    return result


def in_program(frame):
    return not frame["file"].startswith("<")


def remember_birth(frame):
    _birth[:] = [(_depth(frame), frame.f_code)]


def remember_start(thread, frame):
    stack = frames_of(frame)
    if not any(in_program(each) for each in stack):
        # A helper thread that a helper thread started: the program's part is further back.
        stack += origin(current_thread())
    _starts[id(thread)] = stack


def origin(thread):
    return _starts.get(id(thread), [])


def current_thread():
    """As threading.current_thread(), but makes no object for a thread that Python did not start."""
    return threading._active.get(threading.get_ident())


def other_threads(current):
    return [thread for thread in list(threading._active.values()) if thread is not current]


def describe(thread):
    kind = type(thread)
    target = getattr(thread, "_target", None)
    return {
        "name": thread.name,
        "kind": "%s.%s" % (kind.__module__, kind.__qualname__),
        "target": getattr(target, "__qualname__", None),
        "main": thread is threading.main_thread(),
        "started": origin(thread),
    }


def held_locks(frame):
    """Names of locks that are held now, as far as the program's frames can see them: locals, globals, self.

    A plain lock doesn't know its owner: with other threads alive it may be theirs.
    """
    held = set()
    while frame is not None:
        if not _short(frame.f_code.co_filename).startswith("<"):
            held.update(_held_in(frame.f_locals, ""))
            held.update(_held_in(frame.f_globals, ""))
            held.update(_held_in(getattr(frame.f_locals.get("self"), "__dict__", {}), "self."))
            held.update(_held_in(dict(vars(type(frame.f_locals.get("self")))), "self."))
        frame = frame.f_back
    return sorted(held)


def _held_in(names, prefix):
    return [prefix + name for name, value in list(names.items())
            if name not in OWN_LOCKS_OF_THREADS and _is_held(value)]


def _is_held(value):
    if type(value) is LOCK:
        return value.locked()
    return type(value) is RLOCK and value._is_owned()


def _depth(frame):
    depth = 0
    while frame is not None:
        depth += 1
        frame = frame.f_back
    return depth


def _short(path):
    if path.startswith("<"):
        return path
    path = os.path.join(log.START_FOLDER, path)
    root = log.root()
    if path.startswith(root):
        return os.path.normpath(path[len(root):])
    if path.startswith(LIBRARY):
        return "<lib>/" + path[len(LIBRARY):]
    return "<other>/" + path
