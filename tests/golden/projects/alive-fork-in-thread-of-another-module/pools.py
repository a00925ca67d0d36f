import multiprocessing


def run(name):
    process = multiprocessing.Process(target=print, args=(name,))
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK204 error: 'multiprocessing.Process' forks in a thread of threading.Thread, not in the main thread.
#      flow: main.py: scheduler.every_minute()
#      flow: scheduler.py: thread.start()
#      flow: jobs.py: pools.run(name)
#      flow: process.start()
    process.start()
    process.join()
