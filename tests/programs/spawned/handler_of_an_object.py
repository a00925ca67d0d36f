# A method of an object that holds a handler of logging.
# spawn: FRK302
import logging
import multiprocessing
import sys


class Task:
    def __init__(self):
        self.handler = logging.StreamHandler(sys.stdout)

    def run(self):
        print(self.handler.level, flush=True)


if __name__ == "__main__":
    process = multiprocessing.Process(target=Task().run)
    process.start()
    process.join()
