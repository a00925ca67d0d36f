from .pipeline import run, run_quietly
from .telemetry import *

__all__ = ["run", "run_quietly", "start_beat", "stop_beat"]
