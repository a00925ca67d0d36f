# A lock of asyncio belongs to tasks, and no thread waits for it.
import asyncio
import multiprocessing


def work():
    print("working")


async def main():
    lock = asyncio.Lock()
    async with lock:
        process = multiprocessing.Process(target=work)
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
        process.start()


if __name__ == "__main__":
    asyncio.run(main())
