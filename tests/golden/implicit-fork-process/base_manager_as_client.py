# connect() and get_server() start no process.
# silent
from multiprocessing.managers import BaseManager

client = BaseManager(("127.0.0.1", 5000), b"key")
client.connect()
server = BaseManager(("127.0.0.1", 5001), b"key")
server.get_server().serve_forever()
