# The object has closed its file when the process starts.
# silent
import multiprocessing
import os


class Report:
    def __init__(self):
        self.stream = open(os.devnull, "w")

    def send(self):
        self.stream.close()
        self.stream = None
        process = multiprocessing.Process(target=self.run)
        process.start()
        process.join()

    def run(self):
        print("sent", self.stream, flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    Report().send()
