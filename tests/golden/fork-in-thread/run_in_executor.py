# The default executor of an event loop has threads.
import asyncio
import multiprocessing


def square(x):
    return x * x


def compute(numbers):
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK204 error: 'multiprocessing.Pool' forks in a thread of the event loop's default executor, not in the main thread.
        return pool.map(square, numbers)


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, compute, [1, 2]))


if __name__ == "__main__":
    asyncio.run(main())
