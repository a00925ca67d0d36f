# A method of an object that holds a generator.
import multiprocessing


class Feed:
    def __init__(self, count):
        self.numbers = (n * n for n in range(count))

    def run(self):
        print(sum(self.numbers), flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    process = multiprocessing.Process(target=Feed(4).run)
#                                     ^^^^^^^^^^^^^^^^^^ FRK302 error: A process of 'multiprocessing.Process' can't be sent a generator in 'self.numbers'.
    process.start()
    process.join()
