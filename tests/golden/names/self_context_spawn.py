# What a spawn context creates never forks.
# silent
import multiprocessing


class Trainer:
    def __init__(self):
        self.ctx = multiprocessing.get_context("spawn")
        self.queue = self.ctx.Queue()

    def start(self):
        self.ctx.Process(target=print).start()
        with self.ctx.Pool(2) as pool:
            pool.map(abs, [1])
