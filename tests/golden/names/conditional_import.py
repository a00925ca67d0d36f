# Which one it is depends on a variable of the environment: possible.
import os

if os.environ.get("THREADS"):
    from multiprocessing.pool import ThreadPool as Pool
else:
    from multiprocessing import Pool

pool = Pool(2)
#      ^^^^^^^ FRK102 note: 'multiprocessing.Pool' may create its processes by fork: which of several classes or functions is called is not known here.
