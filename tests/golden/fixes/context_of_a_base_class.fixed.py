# A class that derives from Process derives from the context's.
import multiprocessing


class Worker(multiprocessing.get_context("spawn").Process):
    def run(self):
        print("runs")


if __name__ == "__main__":
    Worker().start()
