# An object that holds a module.
import json
import multiprocessing


class Encoder:
    def __init__(self):
        self.codec = json

    def run(self):
        print(self.codec.dumps([1]), flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    process = multiprocessing.Process(target=Encoder().run)
#                                     ^^^^^^^^^^^^^^^^^^^^ FRK302 error: A process of 'multiprocessing.Process' can't be sent a module in 'self.codec'.
    process.start()
    process.join()
