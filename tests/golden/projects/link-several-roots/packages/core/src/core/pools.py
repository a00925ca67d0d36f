import multiprocessing


def square(x):
    return x * x


def run():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      says: in packages/app/src/app/__main__.py;
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
#      flow: packages/app/src/app/__main__.py: beat.start()
#      flow: packages/telemetry/beat.py: thread.start()
#      flow: packages/app/src/app/__main__.py: pools.run()
#      flow: multiprocessing.Pool(2)
        print(pool.map(square, range(4)))
