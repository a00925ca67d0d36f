"""Python imports this at its start when the folder is on PYTHONPATH: in the program and in every interpreter it starts."""

import sys

import fork_recorder

fork_recorder.install()
fork_recorder.run_next_sitecustomize(__file__, sys.path)
