"""Writes down every fork of a running Python program: where, in which thread, and what else was alive.

Works on CPython 3.8 and newer. FORKLINT_TRACE names the file to append to, one JSON object a line. Nothing here takes a
lock or imports a module at the time of a fork: a recorder must not be what hangs.
"""

import json
import os
import sys
import threading
import time

LOG = os.environ.get("FORKLINT_TRACE", "")
MOST_FRAMES = 64
MOST_FRAMES_OF_OTHERS = 12
LIBRARY = os.path.dirname(os.__file__) + os.sep
LOCK, RLOCK = type(threading.Lock()), type(threading.RLock())
# Modules whose presence means a runtime with threads of its own.
ACCELERATORS = ("torch_npu", "acl", "cupy", "pycuda", "jax", "tensorflow", "torch_xla")

# Which call the interpreter said it is about to make, by thread. A fork without such a word is preexec_fn.
_announced = {}
_role = []
# Stacks as JSON text, by their lines: a program that forks often forks at the same ones. The frames' code objects are
# kept with them, so that no other one gets their identity.
_stacks = {}
MOST_STACKS = 4096


def install():
    if not LOG:
        return
    sys.addaudithook(_on_audit)
    os.register_at_fork(before=_before_fork, after_in_child=_after_in_child)
    _write({"event": "process", "pid": os.getpid(), "parent": os.getppid(), "role": _own_role(),
            "python": "%d.%d.%d" % sys.version_info[:3], "command": list(getattr(sys, "orig_argv", sys.argv))})


def _write(event, more=""):
    """`more` is JSON text of further members."""
    event["time"] = round(time.time(), 6)
    line = (json.dumps(event)[:-1] + more + "}\n").encode("utf-8", "replace")
    # Appended in one write: processes do not mix their lines.
    descriptor = os.open(LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        os.write(descriptor, line)
    finally:
        os.close(descriptor)


def _on_audit(event, arguments):
    if event == "os.fork" or event == "os.forkpty":
        _announced[threading.get_ident()] = event


def _before_fork():
    try:
        _record_fork(sys._getframe(1))
    except Exception as error:
        _write({"event": "failure", "pid": os.getpid(), "what": repr(error)})


def _record_fork(frame):
    ident = threading.get_ident()
    current = threading._active.get(ident)
    default = "preexec_fn" if frame.f_code.co_name == "_execute_child" else "native"
    _write({
        "event": "fork",
        "call": _announced.pop(ident, default),
        "pid": os.getpid(),
        "role": _own_role(),
        "thread": getattr(current, "name", None),
        "main_thread": current is threading.main_thread(),
        "native_threads": _native_threads(),
        "held_locks": _held_locks(frame),
        "start_method": _start_method(),
        "accelerators": _accelerators(),
    }, ', "stack": %s, "threads": [%s]' % (_stack_text(frame, MOST_FRAMES), ", ".join(_other_threads(ident))))


def _after_in_child():
    _announced.clear()
    _role[:] = ["forkserver child" if _own_role() == "forkserver" else "fork child"]
    # This line is what tells a child that came out of the fork from one that never did.
    _write({"event": "born", "pid": os.getpid(), "parent": os.getppid(), "role": _role[0]})


def _stack_text(frame, most):
    key = []
    codes = []
    while frame is not None and len(codes) < most:
        code = frame.f_code
        codes.append(code)
        key.append((id(code), frame.f_lineno))
        frame = frame.f_back
    key = tuple(key)
    known = _stacks.get(key)
    if known is None:
        known = (json.dumps([{"file": code.co_filename, "line": line, "function": code.co_name}
                             for code, (_, line) in zip(codes, key)]), codes)
        if len(_stacks) < MOST_STACKS:
            _stacks[key] = known
    return known[0]


def _other_threads(own):
    frames = sys._current_frames()
    return ['{"name": %s, "daemon": %s, "stack": %s}' % (json.dumps(thread.name), "true" if thread.daemon else "false",
                                                         _stack_text(frames.get(ident), MOST_FRAMES_OF_OTHERS))
            for ident, thread in list(threading._active.items()) if ident != own]


def _native_threads():
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return None


def _held_locks(frame):
    """Names under which the user's frames see locks that are held: a plain lock does not know by whom."""
    held = set()
    seen = set()
    for _ in range(16):
        if frame is None:
            break
        file = frame.f_code.co_filename
        if not file.startswith(LIBRARY) and "site-packages" not in file and not file.startswith("<"):
            visible = frame.f_locals
            for names in (visible, frame.f_globals, getattr(visible.get("self"), "__dict__", None)):
                if names and id(names) not in seen:
                    seen.add(id(names))
                    held.update(name for name, value in list(names.items()) if _is_held(value))
        frame = frame.f_back
    return sorted(held)


def _is_held(value):
    kind = type(value)
    return (kind is LOCK and value.locked()) or (kind is RLOCK and value._is_owned())


def _start_method():
    context = sys.modules.get("multiprocessing.context")
    actual = getattr(getattr(context, "_default_context", None), "_actual_context", None)
    return getattr(actual, "_name", None)


def _accelerators():
    found = [name for name in ACCELERATORS if name in sys.modules]
    if getattr(sys.modules.get("torch.cuda"), "_initialized", False):
        found.append("torch.cuda")
    return found


def _own_role():
    if not _role:
        _role.append(_read_role())
    return _role[0]


def _read_role():
    try:
        with open("/proc/self/cmdline", "rb") as stream:
            command = stream.read().decode("utf-8", "replace")
    except OSError:
        return "program"
    if "multiprocessing.forkserver import main" in command:
        return "forkserver"
    if "multiprocessing.resource_tracker import main" in command:
        return "resource tracker"
    return "spawn child" if "--multiprocessing-fork" in command else "program"
