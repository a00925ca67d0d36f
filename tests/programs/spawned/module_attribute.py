# An object that holds a module.
# spawn: FRK302
import json
import multiprocessing


class Encoder:
    def __init__(self):
        self.codec = json

    def run(self):
        print(self.codec.dumps([1]), flush=True)


if __name__ == "__main__":
    process = multiprocessing.Process(target=Encoder().run)
    process.start()
    process.join()
