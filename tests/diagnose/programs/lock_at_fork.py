"""A worker waits for a lock that a thread of the parent held at the fork."""

import multiprocessing
import sys
import threading
import time

cache_lock = threading.Lock()


def refresh():
    with cache_lock:
        time.sleep(1000)


def lookup(key):
    with cache_lock:
        return key


def with_process():
    process = multiprocessing.get_context("fork").Process(target=lookup, args=(1,))
    process.start()
    process.join()


def with_pool():
    with multiprocessing.get_context("fork").Pool(1) as pool:
        pool.map(lookup, range(4))


if __name__ == "__main__":
    threading.Thread(target=refresh, daemon=True).start()
    time.sleep(0.2)
    {"process": with_process, "pool": with_pool}[sys.argv[1]]()
