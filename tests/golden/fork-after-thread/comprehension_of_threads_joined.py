# The list comes from a comprehension.
import multiprocessing
import threading


def fetch(url):
    print(url)


def square(x):
    return x * x


def main(urls):
    threads = [threading.Thread(target=fetch, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        print(pool.map(square, range(4)))


if __name__ == "__main__":
    main(["a", "b"])
