import multiprocessing


def run(rows):
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of multiprocessing.Pool is alive.
#      flow: main.py: extract.run([1, 2])
#      flow: extract.py: multiprocessing.Pool(2)
#      flow: main.py: transform.run(rows)
#      flow: multiprocessing.Pool(2)
        return pool.map(abs, rows)
