# A method that returns the context.
# silent
import multiprocessing as mp


class Base:
    def context(self):
        return mp.get_context("spawn")

    def run(self):
        self.context().Process(target=print).start()
