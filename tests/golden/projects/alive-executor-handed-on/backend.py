import asyncio
from concurrent.futures import ProcessPoolExecutor


class Backend:
    def __init__(self, workers):
        self.executor = ProcessPoolExecutor(workers)
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'concurrent.futures.ProcessPoolExecutor' forks while a thread of the event loop's default executor is alive.

    async def login(self, name):
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.executor, abs, name)

    async def read(self, path):
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(None, open, path)
