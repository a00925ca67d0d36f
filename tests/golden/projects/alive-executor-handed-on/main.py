import asyncio

from backend import Backend
from handlers import handle, motd


async def serve():
    backend = Backend(2)
    print(await motd(backend, "motd.txt"))
    print(await handle(backend, [1, 2]))


if __name__ == "__main__":
    asyncio.run(serve())
