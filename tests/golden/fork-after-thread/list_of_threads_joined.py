# All of them are started in one loop and joined in another.
import multiprocessing
import threading


def fetch(url):
    print(url)


def square(x):
    return x * x


def main(urls):
    threads = []
    for url in urls:
        thread = threading.Thread(target=fetch, args=(url,))
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        print(pool.map(square, range(4)))


if __name__ == "__main__":
    main(["a", "b"])
