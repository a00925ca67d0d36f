# A blocking function that asyncio runs in a thread.
import asyncio
import multiprocessing


def square(x):
    return x * x


def compute(numbers):
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK204 error: 'multiprocessing.Pool' forks in a thread of asyncio.to_thread, not in the main thread.
        return pool.map(square, numbers)


async def main():
    print(await asyncio.to_thread(compute, [1, 2]))


if __name__ == "__main__":
    asyncio.run(main())
