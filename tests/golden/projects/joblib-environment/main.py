# The variable chooses for joblib.
# silent
import os

from joblib import Parallel, delayed

os.environ["JOBLIB_START_METHOD"] = "spawn"
Parallel(n_jobs=2, backend="multiprocessing")(delayed(abs)(n) for n in range(3))
