import threading


class Background:
    def __init__(self):
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._stop.wait)
        self._thread.start()

    def stop(self):
        self._stop.set()
        self._thread.join()


class Service(Background):
    def __init__(self, name):
        super().__init__()
        self.name = name
