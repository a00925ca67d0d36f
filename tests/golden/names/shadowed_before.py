# The binding that holds at the call counts, not one further down.
from multiprocessing import Pool

pool = Pool(2)
#      ^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
Pool = None
