import multiprocessing


def run(name):
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
#      flow: main.py: import telemetry
#      flow: telemetry.py: threading.Thread(target=time.sleep, args=(1,), name=NAME).start()
#      flow: main.py: pools.run(telemetry.NAME)
#      flow: multiprocessing.Pool(2)
        print(name, pool.map(abs, range(4)))
