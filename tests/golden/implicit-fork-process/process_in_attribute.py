import multiprocessing


class Server:
    def __init__(self):
        self.process = multiprocessing.Process(target=print)
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.

    def run(self):
        self.process.start()
