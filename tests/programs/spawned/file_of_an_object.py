# A method of an object that holds an open file.
# spawn: FRK302
import multiprocessing


class Log:
    def __init__(self, path):
        self.file = open(path)

    def run(self):
        print(len(self.file.readline()) > 0, flush=True)


if __name__ == "__main__":
    process = multiprocessing.Process(target=Log(__file__).run)
    process.start()
    process.join()
