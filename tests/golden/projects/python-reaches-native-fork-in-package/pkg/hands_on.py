from ._native import launch
