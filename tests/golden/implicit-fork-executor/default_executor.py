# Set as the default executor of the event loop.
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor())
    loop.set_default_executor(ProcessPoolExecutor())
#                             ^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
