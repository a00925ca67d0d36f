# A base that is not known may say itself how its objects are pickled.
# silent
import multiprocessing
import threading

from somewhere import Base


class Counter(Base):
    def __init__(self):
        self.lock = threading.Lock()

    def run(self):
        print("ran")


if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(target=Counter().run)
    process.start()
    process.join()
