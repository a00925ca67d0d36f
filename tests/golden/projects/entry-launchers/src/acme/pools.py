import multiprocessing


def run_accelerate():
    multiprocessing.Pool(2).close()
#   ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      says: in src/acme/with_accelerate.py


def run_deepspeed():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      says: in src/acme/with_deepspeed.py
        print(pool.map(abs, range(4)))


def run_mpi():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      says: in src/acme/with_mpi.py
        print(pool.map(abs, range(4)))
