# A timer is a thread until it has fired, or was cancelled.
import multiprocessing
import threading


def remind():
    print("time is up")


def square(x):
    return x * x


def late():
    timer = threading.Timer(1, remind)
    timer.start()
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Timer is alive.
        print(pool.map(square, range(4)))
    timer.cancel()
    timer.join()


def in_time():
    timer = threading.Timer(1, remind)
    timer.start()
    timer.cancel()
    timer.join()
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        print(pool.map(square, range(4)))
        pool.close()
        pool.join()


if __name__ == "__main__":
    in_time()
    late()
