"""Writes down every fork of a running Python program: where, in which thread, and what else was alive.

Works on CPython 3.8 and newer, in the program itself and in its children: a fork inherits the hooks, a fresh
interpreter (spawn, forkserver, subprocess) gets them from sitecustomize.py beside this package.

FORK_RECORDER_LOG names the file to append to, one JSON object per line; FORK_RECORDER_ROOT the program's folder.
Nothing here takes a lock or imports a module at the time of a fork: a recorder must not be what hangs.
"""

from .hooks import install, run_next_sitecustomize

__all__ = ["install", "run_next_sitecustomize"]
