# Knows nothing of processes: it is given an object that forks.
import asyncio


async def motd(backend, path):
    return await backend.read(path)


async def handle(backend, requests):
    return await asyncio.gather(*(backend.login(name) for name in requests))
