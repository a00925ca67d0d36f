# A table of constructors, looked up by a constant.
import multiprocessing as mp

KINDS = {"process": mp.Process, "pool": mp.Pool}
pool = KINDS["pool"](2)
#      ^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
