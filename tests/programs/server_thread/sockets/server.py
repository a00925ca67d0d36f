"""A server of a line protocol, in a thread of the program."""

import socketserver
import threading


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        name = self.rfile.readline().decode().strip()
        number = self.server.claim(name)
        self.wfile.write(("%d\n" % number).encode())


class NumberServer(socketserver.ThreadingTCPServer):
    """Hands out numbers, one to each name."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self._numbers = {}
        self._lock = threading.Lock()

    def claim(self, name):
        with self._lock:
            return self._numbers.setdefault(name, len(self._numbers) + 1)


def serve_in_background():
    server = NumberServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    return server, thread
