# None is replaced before it arrives: the default context is out of reach.
# silent
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


class Environments:
    def __init__(self, count, start_method=None):
        if start_method is None:
            forkserver = "forkserver" in multiprocessing.get_all_start_methods()
            start_method = "forkserver" if forkserver else "spawn"
        context = multiprocessing.get_context(start_method)
        self.processes = [context.Process(target=print) for _ in range(count)]
        for process in self.processes:
            process.start()


def executor(start_method=None):
    if not start_method:
        start_method = "spawn"
    return ProcessPoolExecutor(mp_context=multiprocessing.get_context(start_method))
