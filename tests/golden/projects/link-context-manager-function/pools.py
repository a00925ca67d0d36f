import multiprocessing


def run():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
#      flow: main.py: heartbeat(1)
#      flow: heartbeat.py: thread.start()
#      flow: main.py: pools.run()
#      flow: multiprocessing.Pool(2)
        print(pool.map(abs, range(4)))


def run_locked():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK202 error: 'multiprocessing.Pool' forks while a threading.Lock is held.
#      flow: main.py: locked()
#      flow: heartbeat.py: _lock
#      flow: main.py: pools.run_locked()
#      flow: multiprocessing.Pool(2)
        print(pool.map(abs, range(4)))


def run_quietly():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        print(pool.map(abs, range(4)))
