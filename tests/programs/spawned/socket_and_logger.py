# Sockets and loggers can be pickled.
# spawn: works
import logging
import multiprocessing
import socket


class Client:
    def __init__(self):
        self.socket = socket.socket()
        self.logger = logging.getLogger("client")

    def run(self):
        print(self.logger.name, self.socket.type, flush=True)


if __name__ == "__main__":
    process = multiprocessing.Process(target=Client().run)
    process.start()
    process.join()
