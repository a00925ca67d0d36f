"""Writes down every fork of a running Python program: where, in which thread, and what else was alive.

Works on CPython 3.8 and newer. FORKLINT_TRACE names the file to append to, one JSON object a line. Nothing here takes a
lock or imports a module at the time of a fork: a recorder must not be what hangs.

Each page of memory that is written to beside a fork has to be copied or unlocked by the kernel, which costs more than
the instructions do, and Python writes to every object that it looks at. So a fork like the one before it, of a program
with one thread, takes a short way (`_before_fork`), and a child runs no Python code at all: it calls `_born`, whose
arguments its parent has set.
"""

import _thread
import functools
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
# Seconds for which a program of one thread that forks at the same instructions is taken to be as it was, and names to be
# those of locks.
SHORT, LONG = 0.1, 1.0
LIBRARY = os.path.dirname(os.__file__) + os.sep
LOCK_KINDS = (type(_thread.allocate_lock()), _thread.RLock)
# Modules whose presence means a runtime with threads of its own.
ACCELERATORS = ("torch_npu", "acl", "cupy", "pycuda", "jax", "tensorflow", "torch_xla")
# Numbers that a program is not likely to use itself.
DESCRIPTORS = (977, 501, 233)

# Which call the interpreter said it is about to make, by thread. A fork without such a word is preexec_fn.
_announced = {}
# Stacks as JSON text, by their instructions: a program that forks often forks at the same ones. The code objects are
# kept with them, so that no other one gets their identity.
_stacks = {}
# By identity and size of a dictionary: until when it holds, and the names of its locks.
_lock_names = {}


class Process:
    """What is the same for all forks of this process."""

    def __init__(self, role):
        self.pid = os.getpid()
        self.role = role
        self.modules = None
        self.accelerators = ""


class Log:
    """The open file. A program may close all descriptors, and open others by the same number."""

    descriptor = -1
    identity = None

    def is_open(self):
        try:
            status = os.fstat(self.descriptor)
        except OSError:
            return False
        return (status.st_dev, status.st_ino) == self.identity

    def write(self, text):
        """Appended in one write: processes do not mix their lines."""
        if not self.is_open():
            self.open()
        os.write(self.descriptor, text)

    def open(self):
        self.descriptor = -1
        opened = os.open(LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o644)
        self.descriptor = _out_of_the_way(opened)
        status = os.fstat(self.descriptor)
        self.identity = (status.st_dev, status.st_ino)


def _out_of_the_way(opened):
    for number in DESCRIPTORS:
        try:
            os.fstat(number)
        except OSError:
            try:
                os.dup2(opened, number, inheritable=False)
            except OSError:
                continue
            os.close(opened)
            return number
    return opened


_log = Log()
_process = None
# Called in a child that has come out of its fork: by C code only, see above.
_born = functools.partial(int)
# The last fork: its process, stack, until when the rest holds; threads and modules, by their number then; its text.
NO_FORK = (0, None, 0.0, (), (), 0, b"")
# That, and how many forks there were in this process.
_last = [NO_FORK, 0]


def install():
    global _process
    if not LOG:
        return
    _process = Process(_read_role())
    sys.addaudithook(_on_audit)
    os.register_at_fork(before=_before_fork, after_in_child=_born)
    command = ", ".join(map(quoted, getattr(sys, "orig_argv", getattr(sys, "argv", []))))
    text = ('{"event": "process", "pid": %d, "parent": %d, "role": %s, "python": "%d.%d.%d", "command": [%s], "time": %.6f}\n'
            % (_process.pid, os.getppid(), quoted(_process.role), *sys.version_info[:3], command, time.time()))
    _log.write(text.encode("utf-8", "replace"))


def _on_audit(event, arguments, announced=_announced, get_ident=_thread.get_ident):
    if event == "os.fork" or event == "os.forkpty":
        announced[get_ident()] = event


def _before_fork(*, last=_last, getpid=os.getpid, clock=time.monotonic, now=time.time, write=os.write,
                 log=_log, announced=_announced, set_born=_born.__setstate__):
    # All in one function, and names as its parameters: see above.
    try:
        frame = innermost = sys._getframe(1)
        stack = []
        while frame is not None and len(stack) < 2 * MOST_FRAMES:
            stack.append(frame.f_code)
            stack.append(frame.f_lasti)
            frame = frame.f_back
        pid, known, until, threads, modules, imported, text = last[0]
        if pid != getpid() or known != stack or clock() >= until or len(threads) != 1 or len(modules) != imported:
            _look_around(innermost, stack)
            pid, _, _, _, _, _, text = last[0]
        else:
            announced.clear()
        last[1] = number = last[1] + 1
        write(log.descriptor, b'{"event": "fork", "fork": %d, %b, "time": %.6f}\n' % (number, text, now()))
        set_born((write, (log.descriptor, b'{"event": "born", "parent": %d, "fork": %d}\n' % (pid, number)), {}, {}))
    except Exception as error:
        last[0] = NO_FORK
        set_born((int, (), {}, {}))
        _report(error)


def _look_around(frame, stack):
    """Sets `_last` to a fork by these frames."""
    global _process
    if _process.pid != os.getpid():
        _process = Process("forkserver child" if _process.role in ("forkserver", "forkserver child") else "fork child")
        _last[1] = 0
    if not _log.is_open():
        _log.open()
    ident = _thread.get_ident()
    call = _announced.pop(ident, None)
    if call is None:
        call = "preexec_fn" if frame.f_code.co_name == "_execute_child" else "native"
    name, is_main, others = _threads(ident)
    method = _start_method()
    text = (
        '"call": "%s", "pid": %d, "role": "%s", "thread": %s, "main_thread": %s, "native_threads": %s, "held_locks": [%s], '
        '"start_method": %s, "accelerators": [%s], "stack": %s, "threads": [%s]'
        % (call, _process.pid, _process.role, name, is_main, _native_threads(), _held_locks(frame),
           '"%s"' % method if method else "null", _accelerators(), _stack_text(frame, MOST_FRAMES), others))
    threads = getattr(sys.modules.get("threading"), "_active", (0,))
    _last[0] = (_process.pid, stack, time.monotonic() + SHORT, threads, sys.modules, len(sys.modules),
                text.encode("utf-8", "replace"))


def _report(error):
    try:
        _log.write(b'{"event": "failure", "pid": %d, "what": %b, "time": %.6f}\n'
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
