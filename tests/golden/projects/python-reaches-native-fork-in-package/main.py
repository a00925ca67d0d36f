import pkg._native
import pkg._native as by_alias
import pkg.hands_on
from pkg import _native
from pkg import hands_on as also
from pkg import inside
from pkg._native import launch

pkg._native.launch()
#^^^^^^^^^^^^^^^^^^^ FRK501 warning: 'pkg._native.launch' forks this process in native code: fork in 'launch'.
by_alias.launch()
#^^^^^^^^^^^^^^^^ FRK501 warning: 'pkg._native.launch' forks this process in native code: fork in 'launch'.
_native.launch()
#^^^^^^^^^^^^^^^ FRK501 warning: 'pkg._native.launch' forks this process in native code: fork in 'launch'.
launch()
#^^^^^^^ FRK501 warning: 'pkg._native.launch' forks this process in native code: fork in 'launch'.
pkg.hands_on.launch()
#^^^^^^^^^^^^^^^^^^^^ FRK501 warning: 'pkg._native.launch' forks this process in native code: fork in 'launch'.
also.launch()
#^^^^^^^^^^^^ FRK501 warning: 'pkg._native.launch' forks this process in native code: fork in 'launch'.
inside.start()
