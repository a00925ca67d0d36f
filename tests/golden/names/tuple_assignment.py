# Names bound together.
import multiprocessing as mp

make, size = mp.Pool, 2
pool = make(size)
#      ^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
