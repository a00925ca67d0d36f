# What 3.6 had, and what came since, in one file.
import os


async def old(numbers, *, key=None, **rest):
    result: int = 0
    async for number in numbers:
        result += number
    return [item async for item in numbers if (half := item // 2)], lambda x, /, y: x


big = 1_000_000
pid = os.fork() if big else None
#     ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
