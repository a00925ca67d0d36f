# An object that leaves its lock out when it is pickled.
# silent
import multiprocessing
import threading


class Counter:
    def __init__(self):
        self.lock = threading.Lock()

    def __getstate__(self):
        return {}

    def __setstate__(self, state):
        self.lock = threading.Lock()

    def run(self):
        with self.lock:
            print("locked", flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    process = multiprocessing.Process(target=Counter().run)
    process.start()
    process.join()
