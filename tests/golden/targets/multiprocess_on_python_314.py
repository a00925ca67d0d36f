# args: --target-python 3.14
# multiprocess keeps its own default.
import multiprocess

multiprocess.Pool(2)
#^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocess.Pool' creates its processes by fork, the default start method on Linux.
