# In coroutines and async with, as elsewhere.
import asyncio
from concurrent.futures import ProcessPoolExecutor


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor() as executor:
#        ^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
        await loop.run_in_executor(executor, abs, -1)
    return await loop.run_in_executor(None, abs, -1)
