import multiprocessing


def before():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of QueueListener is alive.
#      flow: main.py: logs.start()
#      flow: logs.py: _listener.start()
#      flow: main.py: pools.before()
#      flow: multiprocessing.Pool(2)
        print(pool.map(abs, range(4)))


def after():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        print(pool.map(abs, range(4)))
