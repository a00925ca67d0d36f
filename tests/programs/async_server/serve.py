"""Answers some requests. The default executor's threads are alive when the processes fork."""

import asyncio
import os

from app.backend import Backend
from app.handlers import handle, motd

REQUESTS = [("ada", "enchantress"), ("grace", "cobol"), ("alan", "enigma")]


async def serve():
    backend = Backend(workers=2)
    try:
        print(await motd(backend, os.path.join(os.path.dirname(__file__), "motd.txt")))
        tokens = await handle(backend, REQUESTS)
    finally:
        backend.close()
    for name in sorted(tokens):
        print(name, tokens[name])


if __name__ == "__main__":
    asyncio.run(serve())
