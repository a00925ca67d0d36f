"""Writes down every fork of a running Python program: where, in which thread, and what else was alive.

Works on CPython 3.8 and newer. FORKLINT_TRACE names the file to append to, one JSON object a line. Nothing here takes a
lock or imports a module at the time of a fork: a recorder must not be what hangs. The module `forklint_native` is
python_forks.c, which calls `_look_around` where a fork is not like the last one.
"""

import _thread
import os
import sys
import time

try:
    from _json import encode_basestring_ascii as quoted
except ImportError:
    from json.encoder import py_encode_basestring_ascii as quoted

LOG = os.environ.get("FORKLINT_TRACE", "")
MOST_FRAMES = 64
MOST_FRAMES_OF_OTHERS = 12
MOST_TEXTS = 4096
# Seconds for which a program that forks at the same lines is taken to be as it was: alone, and beside other threads of
# Python. For those of LONG names are taken to be those of locks.
ALONE, BESIDE = (0.0, 0.0) if os.environ.get("FORKLINT_TRACE_EVERY") else (0.1, 0.03)
LONG = 1.0
LIBRARY = os.path.dirname(os.__file__) + os.sep
LOCK_KINDS = (type(_thread.allocate_lock()), _thread.RLock)
# Modules whose presence means a runtime with threads of its own.
ACCELERATORS = ("torch_npu", "acl", "cupy", "pycuda", "jax", "tensorflow", "torch_xla")
# Of the real-time ones; nobody sends it, see native_forks.c.
SIGNAL_OF_TRACEBACKS = 62

# Stacks as JSON text, by their instructions: a program that forks often forks at the same ones. The code objects are
# kept with them, so that no other one gets their identity.
_stacks = {}
# What stands for the threads where the module is not loaded: as many as there are.
NO_THREADING = {0: None}
# By identity and size of a dictionary: until when it holds, and the names of its locks.
_lock_names = {}


class Process:
    """What is the same for all forks of this process."""

    def __init__(self, role):
        self.pid = os.getpid()
        self.role = role
        self.modules = None
        self.accelerators = ""


class WithoutLibrary:
    """For an interpreter that can't load the library: a static one, or one without a global lock."""

    def __init__(self):
        self.announced = {}
        self.forks = 0

    def append(self, text):
        log = os.open(LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o644)
        os.write(log, text)
        os.close(log)

    def on_audit(self, event, arguments):
        if event == "os.fork" or event == "os.forkpty":
            self.announced[_thread.get_ident()] = event

    def before_fork(self):
        self.forks = self.forks + 1 if _process.pid == os.getpid() else 1
        seen = _look_around(self.announced.pop(_thread.get_ident(), None), sys._getframe(1))
        if seen is not None:
            self.append(b'{"event": "fork", "fork": %d, %b, "time": %.6f}\n' % (self.forks, seen[0], time.time()))


_process = None
_append = None


def install():
    global _process, _append
    if not LOG:
        return
    _process = Process(_read_role())
    try:
        if "t" in sys.abiflags:
            raise ImportError("not for interpreters without a global lock")
        import forklint_native as native
    except ImportError:
        native = WithoutLibrary()
        sys.addaudithook(native.on_audit)
        os.register_at_fork(before=native.before_fork)
    else:
        native.start((_look_around, ALONE, BESIDE))
        os.register_at_fork(before=native.before_fork, after_in_child=native.after_in_child)
        _prepare_tracebacks(native)
    _append = native.append
    command = ", ".join(map(quoted, getattr(sys, "orig_argv", getattr(sys, "argv", []))))
    text = ('{"event": "process", "pid": %d, "parent": %d, "role": %s, "python": "%d.%d.%d", "command": [%s], "time": %.6f}\n'
            % (_process.pid, os.getppid(), quoted(_process.role), *sys.version_info[:3], command, time.time()))
    _append(text.encode("utf-8", "replace"))


def _prepare_tracebacks(native):
    """faulthandler can write the Python stack of a thread without the interpreter's lock, as a signal's handler."""
    try:
        import faulthandler

        faulthandler.register(SIGNAL_OF_TRACEBACKS, native.traceback_file(), False)
        native.take_traceback_writer(SIGNAL_OF_TRACEBACKS)
    except (ImportError, AttributeError, OSError, RuntimeError):
        pass  # Native forks then have the native stack only.


def _look_around(call, frame=None):
    """What stands beside a fork by the caller: as text, and the dictionary of the threads. None where that failed."""
    try:
        return _see(call, frame or sys._getframe(1))
    except Exception as error:
        _report(error)
        return None


def _see(call, frame):
    global _process
    if _process.pid != os.getpid():
        _process = Process("forkserver child" if _process.role in ("forkserver", "forkserver child") else "fork child")
    if call is None:
        call = "preexec_fn" if frame.f_code.co_name == "_execute_child" else "native"
    name, is_main, others = _threads(_thread.get_ident())
    method = _start_method()
    text = (
        '"call": "%s", "pid": %d, "role": "%s", "thread": %s, "main_thread": %s, "native_threads": %s, "held_locks": [%s], '
        '"start_method": %s, "accelerators": [%s], "stack": %s, "threads": [%s]'
        % (call, _process.pid, _process.role, name, is_main, _native_threads(), _held_locks(frame),
           '"%s"' % method if method else "null", _accelerators(), _stack_text(frame, MOST_FRAMES), others))
    return text.encode("utf-8", "replace"), getattr(sys.modules.get("threading"), "_active", NO_THREADING)


def _report(error):
    try:
        _append(b'{"event": "failure", "pid": %d, "what": %b, "time": %.6f}\n'
                % (os.getpid(), quoted(repr(error)).encode(), time.time()))
    except OSError:
        pass  # The disk is full, or the file's folder gone: not the program's trouble.


def _threads(own):
    """The name of this thread, whether it is the main one, and the others: as JSON text."""
    threading = sys.modules.get("threading")
    active = getattr(threading, "_active", None)
    if active is None:
        return '"MainThread"', "true", ""
    current = active.get(own)
    name = "null" if current is None else quoted(current.name)
    is_main = "true" if current is threading._main_thread else "false"
    if len(active) == 1 and current is not None:
        return name, is_main, ""
    frames = sys._current_frames()
    return name, is_main, ", ".join([
        '{"name": %s, "daemon": %s, "stack": %s}' % (quoted(thread.name), "true" if thread.daemon else "false",
                                                     _stack_text(frames.get(ident), MOST_FRAMES_OF_OTHERS))
        for ident, thread in list(active.items()) if ident != own])


def _stack_text(frame, most):
    innermost = frame
    codes = []
    places = []
    while frame is not None and len(codes) < most:
        codes.append(frame.f_code)
        places.append(frame.f_lasti)
        frame = frame.f_back
    key = (*map(id, codes), *places)
    known = _stacks.get(key)
    if known is None:
        known = ("[%s]" % ", ".join(_frame_texts(innermost, most)), codes)
        if len(_stacks) < MOST_TEXTS:
            _stacks[key] = known
    return known[0]


def _frame_texts(frame, most):
    while frame is not None and most > 0:
        code = frame.f_code
        yield '{"file": %s, "line": %d, "function": %s}' % (quoted(code.co_filename), frame.f_lineno or 0,
                                                           quoted(code.co_name))
        frame = frame.f_back
        most -= 1


def _native_threads():
    try:
        return os.stat("/proc/self/task").st_nlink - 2
    except OSError:
        return "null"


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
            # Of a module's frame these are the globals.
            if visible is not frame.f_globals:
                held.update([name for name, value in list(visible.items()) if _is_held(value)])
            for names in (frame.f_globals, getattr(visible.get("self"), "__dict__", None)):
                if names and id(names) not in seen:
                    seen.add(id(names))
                    held.update([name for name in _names_of_locks(names) if _is_held(names.get(name))])
        frame = frame.f_back
    return ", ".join(map(quoted, sorted(held))) if held else ""


def _names_of_locks(names):
    now = time.monotonic()
    key = (id(names), len(names))
    until, found = _lock_names.get(key, (0.0, ()))
    if now >= until:
        if len(_lock_names) >= MOST_TEXTS:
            _lock_names.clear()
        found = [name for name, value in list(names.items()) if type(value) in LOCK_KINDS]
        _lock_names[key] = (now + LONG, found)
    return found


def _is_held(value):
    kind = type(value)
    return kind in LOCK_KINDS and (value._is_owned() if kind is LOCK_KINDS[1] else value.locked())


def _start_method():
    context = sys.modules.get("multiprocessing.context")
    actual = getattr(getattr(context, "_default_context", None), "_actual_context", None)
    return getattr(actual, "_name", None)


def _accelerators():
    modules = sys.modules
    if _process.modules != len(modules):
        _process.modules = len(modules)
        _process.accelerators = ", ".join(['"%s"' % name for name in ACCELERATORS if name in modules])
    found = _process.accelerators
    if getattr(modules.get("torch.cuda"), "_initialized", False):
        return found + ', "torch.cuda"' if found else '"torch.cuda"'
    return found


def _read_role():
    try:
        with open("/proc/self/cmdline", "rb", buffering=0) as stream:
            command = stream.read()
    except OSError:
        return "program"
    if b"multiprocessing.forkserver import main" in command:
        return "forkserver"
    if b"multiprocessing.resource_tracker import main" in command:
        return "resource tracker"
    return "spawn child" if b"--multiprocessing-fork" in command else "program"
