"""A server in a thread, clients in processes."""

from sockets.children import run_client
from sockets.server import serve_in_background


def main():
    server, thread = serve_in_background()
    try:
        for name in ["red", "green", "red"]:
            print(*run_client(server.server_address, name))
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


if __name__ == "__main__":
    main()
