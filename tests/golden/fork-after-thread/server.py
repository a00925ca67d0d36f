# A server that answers each request in a thread.
import multiprocessing
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def square(x):
    return x * x


if __name__ == "__main__":
    server = ThreadingHTTPServer(("localhost", 0), BaseHTTPRequestHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
        print(pool.map(square, range(4)))
    server.shutdown()
