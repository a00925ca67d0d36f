# The process makes its lock itself.
# silent
import multiprocessing
import threading


class Counter(multiprocessing.Process):
    def __init__(self):
        super().__init__()
        self.lock = None

    def run(self):
        self.lock = threading.Lock()
        with self.lock:
            print("locked", flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    counter = Counter()
    counter.start()
    counter.join()
