"""Python imports this at its start when the folder is on PYTHONPATH: sets the default start method that is asked for."""

import multiprocessing
import os

if "PROGRAM_START_METHOD" in os.environ:
    multiprocessing.set_start_method(os.environ["PROGRAM_START_METHOD"], force=True)
