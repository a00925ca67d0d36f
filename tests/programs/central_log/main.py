"""Counts primes in processes, one after the other, which log to one place."""

from multiprocessing import Process

from service.logs import configure_parent
from service.tasks import count_primes

RANGES = [(0, 100), (100, 1000), (1000, 3000)]


def main():
    queue, listener = configure_parent()
    for low, high in RANGES:
        child = Process(target=count_primes, args=(queue, low, high))
        child.start()
        child.join()
    listener.stop()
    print("counted", len(RANGES), "ranges")


if __name__ == "__main__":
    main()
