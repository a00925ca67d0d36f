"""Remembers where the objects that fork later were made: a Process forks in start(), an executor in submit()."""

import importlib.abc
import importlib.util
import sys

from . import stacks

# Module -> classes whose objects create processes after they are made.
CLASSES = {
    "multiprocessing.process": ["BaseProcess"],
    "multiprocessing.pool": ["Pool"],
    "multiprocessing.managers": ["BaseManager"],
    "concurrent.futures.process": ["ProcessPoolExecutor"],
}

# By identity, for the same reason as in stacks: an attribute would be pickled with the object.
_made = {}


def made_by(frame):
    """Of each such object that is 'self' in a frame of the library above the fork: its class, and the stack that made it."""
    result = []
    seen = set()
    while frame is not None:
        for name in ("self", "process_obj"):
            thing = frame.f_locals.get(name) if frame.f_code.co_flags & 0x2 else None
            if thing is not None and id(thing) in _made and id(thing) not in seen:
                seen.add(id(thing))
                result.append({"kind": type(thing).__qualname__, "stack": _made[id(thing)]})
        frame = frame.f_back
    return result


def _watch(cls):
    original = cls.__init__

    def __init__(self, *args, **kwargs):
        _made[id(self)] = stacks.frames_of(sys._getframe(1))
        original(self, *args, **kwargs)

    __init__.__wrapped__ = original
    cls.__init__ = __init__


class _Loader(importlib.abc.Loader):
    """Runs the real loader, then watches the classes of the module."""

    def __init__(self, real):
        self._real = real

    def create_module(self, spec):
        return self._real.create_module(spec)

    def exec_module(self, module):
        self._real.exec_module(module)
        for name in CLASSES[module.__name__]:
            _watch(getattr(module, name))

    def __getattr__(self, name):
        return getattr(self._real, name)


class _Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name not in CLASSES:
            return None
        for finder in sys.meta_path:
            spec = finder.find_spec(name, path, target) if finder is not self else None
            if spec is not None:
                spec.loader = _Loader(spec.loader)
                return spec
        return None


def install():
    loaded = [name for name in CLASSES if name in sys.modules]
    for name in loaded:
        for cls in CLASSES[name]:
            _watch(getattr(sys.modules[name], cls))
    sys.meta_path.insert(0, _Finder())
