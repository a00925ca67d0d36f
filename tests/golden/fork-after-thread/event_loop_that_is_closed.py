# asyncio.run() comes back when the threads of its default executor have ended (run on CPython 3.8 to 3.13).
import asyncio
import multiprocessing


def work():
    print("working")


async def fetch(name):
    return await asyncio.to_thread(print, name)


async def fetch_and_fork(name):
    await asyncio.to_thread(print, name)
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of asyncio.to_thread is alive.


async def fetch_by_the_loop(name):
    await asyncio.get_running_loop().run_in_executor(None, print, name)


def afterwards(name):
    asyncio.run(fetch(name))
    asyncio.run(fetch_by_the_loop(name))
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


def within(name):
    asyncio.run(fetch_and_fork(name))


def by_a_loop_that_stays(name):
    loop = asyncio.new_event_loop()
    loop.run_until_complete(fetch(name))
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of asyncio.to_thread is alive.
