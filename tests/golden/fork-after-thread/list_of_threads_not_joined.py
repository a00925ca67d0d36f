# They are collected, and nobody waits for them.
import multiprocessing
import threading
import time


def fetch(url):
    time.sleep(0.5)


def square(x):
    return x * x


def main():
    threads = []
    for url in ("a", "b"):
        threads.append(threading.Thread(target=fetch, args=(url,), daemon=True))
    for thread in threads:
        thread.start()
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
        print(pool.map(square, range(4)))


if __name__ == "__main__":
    main()
