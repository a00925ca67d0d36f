import multiprocessing


def square(x):
    return x * x


def square_all(numbers):
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      says: in scripts/train.py;
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
#      flow: scripts/train.py: main()
#      flow: scripts/train.py: start_reporter()
#      flow: src/acme/metrics.py: thread.start()
#      flow: scripts/train.py: square_all(range(4))
#      flow: multiprocessing.Pool(2)
        return pool.map(square, numbers)
