# The context comes from a function.
# silent
import multiprocessing as mp


def make_ctx():
    return mp.get_context("spawn")


def run():
    return make_ctx().Pool(2)
