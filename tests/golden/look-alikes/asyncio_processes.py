# Another program, started by asyncio.
# silent
import asyncio


async def main():
    process = await asyncio.create_subprocess_exec("true")
    await process.wait()
    await asyncio.to_thread(print)
