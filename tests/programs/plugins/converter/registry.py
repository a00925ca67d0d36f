"""Plugins register themselves by a decorator; the command line chooses one by name."""

_PLUGINS = {}


def plugin(name):
    def register(function):
        _PLUGINS[name] = function
        return function

    return register


def names():
    return sorted(_PLUGINS)


def get(name):
    try:
        return _PLUGINS[name]
    except KeyError:
        raise SystemExit("no plugin %r, there are: %s" % (name, ", ".join(names())))
