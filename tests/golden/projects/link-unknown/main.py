# What can't be resolved is unknown, not guessed: no thread is claimed.
import importlib
import sys

import plugins
import pools

HANDLERS = {}

if __name__ == "__main__":
    getattr(plugins, sys.argv[-1].replace("main.py", "noop"))()
    importlib.import_module("plug" + "ins" if sys.argv else "").noop()
    for handler in HANDLERS.values():
        handler()
    pools.run()
