# A thread that has ended is no danger.
import multiprocessing
import threading


def warm_up():
    print("ready")


def square(x):
    return x * x


if __name__ == "__main__":
    thread = threading.Thread(target=warm_up)
    thread.start()
    thread.join()
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        print(pool.map(square, range(4)))
