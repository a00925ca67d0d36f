# What a caller hands over may be anything.
# silent
import multiprocessing


def run(work):
    process = multiprocessing.get_context("spawn").Process(target=work)
    process.start()
    process.join()
