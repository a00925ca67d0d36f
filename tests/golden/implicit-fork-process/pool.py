import multiprocessing

with multiprocessing.Pool(4) as pool:
#    ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
    pool.map(abs, [1])
