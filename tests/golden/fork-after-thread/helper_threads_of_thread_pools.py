# A pool of threads has its workers and three helper threads until it is closed and joined, or left.
import multiprocessing
import multiprocessing.dummy
from multiprocessing.pool import ThreadPool


def work():
    print("working")


def beside(names):
    pool = ThreadPool(2)
    pool.map(print, names)
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of ThreadPool is alive.
    pool.close()
    pool.join()


def beside_a_dummy(names):
    pool = multiprocessing.dummy.Pool(2)
    pool.map(print, names)
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of ThreadPool is alive.


def after_the_block(names):
    with ThreadPool(2) as pool:
        pool.map(print, names)
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def after_the_join(names):
    pool = ThreadPool(2)
    pool.map(print, names)
    pool.close()
    pool.join()
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def before(names):
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    pool = ThreadPool(2)
    pool.map(print, names)
