import multiprocessing


def early():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of ThreadPoolExecutor is alive.
#      flow: main.py: service.warm_up([1, 2])
#      flow: service.py: self._executor.submit(abs, key)
#      flow: main.py: pools.early()
#      flow: multiprocessing.Pool(2)
        print(pool.map(abs, range(4)))


def late():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        print(pool.map(abs, range(4)))
