"""Scales pictures, many at once."""

from .batch import scale_all
from .picture import Picture

__all__ = ["Picture", "scale_all"]
