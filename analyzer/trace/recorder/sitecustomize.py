"""Python imports this at its start when the folder is on PYTHONPATH. It hides the one that would have been taken: that
one runs as well, and what fails here must never fail the program."""

import os
import sys


def _run_the_next_one():
    # Of the import system itself: importlib.util would load a dozen modules into every process.
    from _frozen_importlib import module_from_spec
    from _frozen_importlib_external import PathFinder

    ours = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or ".") != ours]
    spec = PathFinder.find_spec("sitecustomize", sys.path)
    if spec is not None and spec.loader is not None:
        module = module_from_spec(spec)
        sys.modules["sitecustomize"] = module
        spec.loader.exec_module(module)


try:
    import forklint_recorder

    forklint_recorder.install()
except Exception as error:
    sys.stderr.write("forklint: trace: not recording this process: %r\n" % (error,))
_run_the_next_one()
