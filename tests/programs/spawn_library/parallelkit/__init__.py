"""A small library that never forks: all its processes come from one spawn context."""

from .mapping import parallel_map
from .service import Counter

__all__ = ["Counter", "parallel_map"]
