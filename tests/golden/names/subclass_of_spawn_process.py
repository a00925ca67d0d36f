# Deriving from a context's Process fixes the method.
# silent
import multiprocessing as mp


class Worker(mp.get_context("spawn").Process):
    def run(self):
        print("working")


def main():
    Worker().start()
