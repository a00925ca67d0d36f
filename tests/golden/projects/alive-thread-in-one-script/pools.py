import multiprocessing


def run():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      says: in batch.py and serve.py;
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
#      flow: serve.py: threading.Thread(target=time.sleep, args=(1,)).start()
#      flow: serve.py: pools.run()
#      flow: multiprocessing.Pool(2)
        print(pool.map(abs, range(4)))
