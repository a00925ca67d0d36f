"""Moves heavy work out of the event loop."""

import asyncio
from concurrent.futures import ProcessPoolExecutor

from .crypto import derive


class Backend:
    def __init__(self, workers):
        self.executor = ProcessPoolExecutor(workers)

    async def login(self, name, password):
        loop = asyncio.get_running_loop()
        token = await loop.run_in_executor(self.executor, derive, password)
        return name, token

    async def read_file(self, path):
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(None, _read, path)

    def close(self):
        self.executor.shutdown()


def _read(path):
    with open(path) as stream:
        return stream.readline().strip()
