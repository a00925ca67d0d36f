# One of several classes, by a loop: some fork.
import multiprocessing as mp

for make in (mp.Pool, mp.pool.ThreadPool):
    make(2)
#   ^^^^^^^ FRK102 note: 'multiprocessing.Pool' may create its processes by fork: which of several classes or functions is called is not known here.
