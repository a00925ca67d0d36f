"""Learns from product reviews whether they are good or bad."""

from .config import Config, load_config
from .metrics import MetricsLogger
from .preprocess import preprocess
from .vocabulary import build_vocabulary
from .workers import worker_context

__all__ = ["Config", "MetricsLogger", "build_vocabulary", "load_config", "preprocess", "worker_context"]
