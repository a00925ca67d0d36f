# The default is spawn, and what else may be configured is not known.
import json
import multiprocessing


def setting(key, default=None):
    with open("settings.json") as file:
        return json.load(file).get(key, default)


def chosen(override=None):
    if override is not None:
        return override
    return "spawn"


def lock():
    context = multiprocessing.get_context(setting("start_method", "spawn"))
    return context.Manager().Lock()
#          ^^^^^^^^^^^^^^^^^ FRK102 note: 'multiprocessing.Manager' may create its processes by fork: the start method of its context is not known here.


def other_lock():
    context = multiprocessing.get_context(chosen())
    return context.Manager().Lock()
#          ^^^^^^^^^^^^^^^^^ FRK102 note: 'multiprocessing.Manager' may create its processes by fork: which of several contexts it gets is not known here.
