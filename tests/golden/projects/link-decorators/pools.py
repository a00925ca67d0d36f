import multiprocessing

from heartbeat import register, with_heartbeat


@with_heartbeat(interval=1)
def run(sizes):
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
#      flow: main.py: pools.run(sizes())
#      flow: heartbeat.py: beat.start()
#      flow: heartbeat.py: function(*args, **kwargs)
#      flow: multiprocessing.Pool(2)
        print(pool.map(abs, sizes))


@register
def run_registered():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        print(pool.map(abs, range(4)))
