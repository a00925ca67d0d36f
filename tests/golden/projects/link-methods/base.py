import threading


class Base:
    def start(self):
        self.prepare()
        self.work()

    def prepare(self):
        pass

    def work(self):
        raise NotImplementedError

    def watch(self):
        threading.Thread(target=print, daemon=True).start()
