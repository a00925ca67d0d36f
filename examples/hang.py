import threading
import time
from multiprocessing import Pool

cache = {}
cache_lock = threading.Lock()


def refresh_cache():
    while True:
        with cache_lock:
            time.sleep(0.01)


def tokenize(text):
    with cache_lock:
        return cache.setdefault(text, text.split())


if __name__ == "__main__":
    threading.Thread(target=refresh_cache, daemon=True).start()
    with Pool(2) as pool:
        print(pool.map(tokenize, ["one two", "three four"]))
