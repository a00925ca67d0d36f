# `global` binds the module's name.
# silent
import multiprocessing

ctx = None


def setup():
    global ctx
    ctx = multiprocessing.get_context("spawn")


def run():
    ctx.Process(target=print).start()
