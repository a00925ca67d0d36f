# maxtasksperchild makes the pool fork again and again: still one place to change.
import multiprocessing

pool = multiprocessing.Pool(2, maxtasksperchild=1)
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
pool.map(abs, range(10))
pool.close()
pool.join()
