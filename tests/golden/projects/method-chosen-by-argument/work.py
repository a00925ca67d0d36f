import multiprocessing


def run():
    multiprocessing.Process(target=print).start()
