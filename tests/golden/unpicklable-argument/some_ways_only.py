# What only some ways assign is not said to fail.
# silent
import multiprocessing
import threading


class Counter:
    def __init__(self, shared):
        self.lock = None
        if shared:
            self.lock = threading.Lock()

    def run(self):
        print("ran")


if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(target=Counter(False).run)
    process.start()
    process.join()
