# A method of an object that holds an open file.
import multiprocessing


class Log:
    def __init__(self, path):
        self.file = open(path)

    def run(self):
        print(len(self.file.readline()) > 0, flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    process = multiprocessing.Process(target=Log(__file__).run)
#                                     ^^^^^^^^^^^^^^^^^^^^^^^^ FRK302 error: A process of 'multiprocessing.Process' can't be sent an open file in 'self.file'.
    process.start()
    process.join()
