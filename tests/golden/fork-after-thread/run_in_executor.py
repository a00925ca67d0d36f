# An event loop hands work to an executor: that is where the executor's processes fork.
import asyncio
from concurrent.futures import ProcessPoolExecutor


def read():
    return "read"


class Backend:
    def __init__(self):
        self.executor = ProcessPoolExecutor(2)
#                       ^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
#                       ^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'concurrent.futures.ProcessPoolExecutor' forks while a thread of the event loop's default executor is alive.

    async def login(self, name):
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.executor, abs, name)


async def serve():
    backend = Backend()
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, read))
    print(await asyncio.gather(*(backend.login(number) for number in [1, 2])))


async def processes_first():
    with ProcessPoolExecutor(2) as executor:
#        ^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
        loop = asyncio.get_running_loop()
        print(await loop.run_in_executor(executor, abs, -1))


if __name__ == "__main__":
    asyncio.run(processes_first())
    asyncio.run(serve())
