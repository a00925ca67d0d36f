from . import _native
from ._native import launch
from ._native import launch as go


def start():
    _native.launch()
#   ^^^^^^^^^^^^^^^^ FRK501 warning: 'pkg._native.launch' forks this process in native code: fork in 'launch'.
    launch()
#   ^^^^^^^^ FRK501 warning: 'pkg._native.launch' forks this process in native code: fork in 'launch'.
    go()
#   ^^^^ FRK501 warning: 'pkg._native.launch' forks this process in native code: fork in 'launch'.
