# silent
import multiprocessing as mp


class Base:
    @property
    def context(self):
        return mp.get_context("spawn")

    def run(self):
        self.context.Process(target=print).start()
