# Both alternatives fork: their default contexts are two, and both are fork.
try:
    import multiprocess as mp
except ImportError:
    import multiprocessing as mp

pool = mp.Pool(2)
#      ^^^^^^^^^^ FRK102 warning: 'multiprocess.Pool' creates its processes by fork, the default start method on Linux.
