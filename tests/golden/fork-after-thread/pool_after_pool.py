# A pool has three threads of its own, until it was closed and joined.
import multiprocessing


def square(x):
    return x * x


def both():
    first = multiprocessing.Pool(2)
#           ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
    second = multiprocessing.Pool(2)
#            ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#            ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of multiprocessing.Pool is alive.
    print(first.map(square, [1]), second.map(square, [2]))
    for pool in (first, second):
        pool.close()
        pool.join()


def one_after_the_other():
    first = multiprocessing.Pool(2)
#           ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
    print(first.map(square, [1]))
    first.close()
    first.join()
    second = multiprocessing.Pool(2)
#            ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
    print(second.map(square, [2]))
    second.close()
    second.join()


if __name__ == "__main__":
    one_after_the_other()
    both()
