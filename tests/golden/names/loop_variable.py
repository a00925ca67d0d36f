# One of several classes, by a loop: some fork.
import multiprocessing as mp

for make in (mp.Pool, mp.pool.ThreadPool):
    make(2)
#   ^^^^^^^ FRK102 note: 'multiprocessing.Pool' may create its processes by fork: what is called here is not known here.
