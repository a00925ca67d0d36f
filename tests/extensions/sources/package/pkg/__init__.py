"""An extension inside a package, handed on by it."""

from ._native import launch
