# Without a backend joblib takes loky, however many jobs there are; what is not known is named by its own name.
import sys

import joblib
from joblib import Parallel, delayed


def squares(jobs):
    return Parallel(n_jobs=jobs)(delayed(abs)(n) for n in range(3))


def with_backend(backend):
    return Parallel(n_jobs=2, backend=backend)(delayed(abs)(n) for n in range(3))
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 note: 'joblib.Parallel' may create its processes by fork: the value of 'backend' is not known here.


def with_jobs(jobs):
    return Parallel(n_jobs=jobs, backend="multiprocessing")(delayed(abs)(n) for n in range(3))
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 note: 'joblib.Parallel' may create its processes by fork: the value of 'n_jobs' is not known here.


def only_made():
    parallel = Parallel(n_jobs=2, backend="multiprocessing")
    return parallel.n_jobs


def called_later():
    parallel = Parallel(n_jobs=2, backend="multiprocessing")
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'joblib.Parallel' creates its processes by fork, the default start method on Linux before Python 3.14.
    return parallel(delayed(abs)(n) for n in range(3))


def entered():
    with Parallel(n_jobs=2, backend="multiprocessing") as parallel:
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'joblib.Parallel' creates its processes by fork, the default start method on Linux before Python 3.14.
        return parallel(delayed(abs)(n) for n in range(3))


def configured(**options):
    with joblib.parallel_config(**options):
        return squares(2)


def configured_from_outside():
    with joblib.parallel_config(backend=sys.argv[1]):
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 note: 'joblib.parallel_config' may create its processes by fork: the value of 'backend' is not known here.
        return squares(2)
