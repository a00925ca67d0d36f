# The pool is made in the with statement; its uses add nothing.
from multiprocessing import Pool

with Pool(2) as pool:
#    ^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
    pool.map(abs, [1, 2])
    pool.close()
