import fast
from fast import inner

fast.split()
#^^^^^^^^^^^ FRK501 warning: 'fast.split' forks this process in native code: fork in 'split'.
fast.harmless()
fast.split_as(1)
#^^^^^^^^^^^^^^^ FRK501 warning: 'fast.split_as' forks this process in native code: fork in 'split_as'.
inner.by_lambda()
#^^^^^^^^^^^^^^^^ FRK501 warning: 'fast.inner.by_lambda' forks this process in native code: fork in 'split'.
fast.inner.by_lambda()
#^^^^^^^^^^^^^^^^^^^^^ FRK501 warning: 'fast.inner.by_lambda' forks this process in native code: fork in 'split'.
