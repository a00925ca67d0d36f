# A method of an object that holds a handler of logging.
import logging
import multiprocessing
import sys


class Task:
    def __init__(self):
        self.handler = logging.StreamHandler(sys.stdout)

    def run(self):
        print(self.handler.level, flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    process = multiprocessing.Process(target=Task().run)
#                                     ^^^^^^^^^^^^^^^^^ FRK302 error: A process of 'multiprocessing.Process' can't be sent a logging handler in 'self.handler'.
    process.start()
    process.join()
