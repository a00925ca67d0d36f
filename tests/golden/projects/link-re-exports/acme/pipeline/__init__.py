from ._workers import run, run_quietly
