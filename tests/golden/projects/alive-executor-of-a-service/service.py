from concurrent.futures import ThreadPoolExecutor


class Service:
    def __init__(self, workers=2):
        self._executor = ThreadPoolExecutor(workers)

    def warm_up(self, keys):
        for key in keys:
            self._executor.submit(abs, key)

    def close(self):
        self._executor.shutdown(wait=True)
