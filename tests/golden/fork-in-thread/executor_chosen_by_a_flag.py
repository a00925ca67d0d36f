# Tiles are rendered in the background: the thread that feeds the executor makes it, and a flag says which one.
import queue
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def render(tile):
    return sum(tile)


class TileFeed:
    def __init__(self, tiles, jobs, in_threads=False):
        self.tiles = tiles
        self.jobs = jobs
        self.in_threads = in_threads
        self.results = queue.Queue(maxsize=100)

    def submit_all(self):
        pool_class = ThreadPoolExecutor if self.in_threads else ProcessPoolExecutor
        with pool_class(self.jobs) as pool:
#            ^^^^^^^^^^^^^^^^^^^^^ FRK103 note: 'concurrent.futures.ProcessPoolExecutor' may fork its workers: which of several classes or functions is called is not known here.
#            ^^^^^^^^^^^^^^^^^^^^^ FRK204 note: 'concurrent.futures.ProcessPoolExecutor' may fork in a thread of threading.Thread, not in the main thread.
            for tile in self.tiles:
                self.results.put(pool.submit(render, tile))

    def __iter__(self):
        thread = threading.Thread(target=self.submit_all, daemon=True)
        thread.start()
        while thread.is_alive() or not self.results.empty():
            yield self.results.get().result()


def main():
    for tile in TileFeed([[1, 2], [3]], jobs=4):
        print(tile)


if __name__ == "__main__":
    main()
