# args: --platform macos --target-python 3.7
import multiprocessing

multiprocessing.Pool(2)
#^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on macOS before Python 3.8.
