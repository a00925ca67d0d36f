# A method of an object that holds a lock of threads.
# spawn: FRK302
import multiprocessing
import threading


class Counter:
    def __init__(self):
        self.lock = threading.Lock()
        self.count = 0

    def run(self):
        self.count += 1
        print("count", self.count, flush=True)


if __name__ == "__main__":
    counter = Counter()
    process = multiprocessing.Process(target=counter.run)
    process.start()
    process.join()
