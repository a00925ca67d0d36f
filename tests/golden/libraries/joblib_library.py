# loky is exec'ed; the multiprocessing backend takes the default context.
from joblib import Parallel, delayed

Parallel(n_jobs=4)(delayed(abs)(n) for n in range(3))
Parallel(n_jobs=4, backend="threading")(delayed(abs)(n) for n in range(3))
Parallel(n_jobs=4, backend="multiprocessing")(delayed(abs)(n) for n in range(3))
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'joblib.Parallel' creates its processes by fork, the default start method on Linux before Python 3.14.
