# A method of an object that holds a lock of threads.
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
    multiprocessing.set_start_method("spawn")
    counter = Counter()
    process = multiprocessing.Process(target=counter.run)
#                                     ^^^^^^^^^^^^^^^^^^ FRK302 error: A process of 'multiprocessing.Process' can't be sent a lock of threads in 'self.lock'.
    process.start()
    process.join()
