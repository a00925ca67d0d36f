# A method of an object that holds a generator.
# spawn: FRK302
import multiprocessing


class Feed:
    def __init__(self, count):
        self.numbers = (n * n for n in range(count))

    def run(self):
        print(sum(self.numbers), flush=True)


if __name__ == "__main__":
    process = multiprocessing.Process(target=Feed(4).run)
    process.start()
    process.join()
