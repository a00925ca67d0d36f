from ._native import *

launch()
#^^^^^^^ FRK501 warning: 'pkg._native.launch' forks this process in native code: fork in 'launch'.
