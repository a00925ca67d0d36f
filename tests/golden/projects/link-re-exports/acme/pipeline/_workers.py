import multiprocessing


def square(x):
    return x * x


def run():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
#      flow: main.py: start_beat()
#      flow: acme/telemetry/beat.py: _thread.start()
#      flow: main.py: run()
#      flow: multiprocessing.Pool(2)
        print(pool.map(square, range(4)))
        pool.terminate()
        pool.join()


def run_quietly():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        print(pool.map(square, range(4)))
