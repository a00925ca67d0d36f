import multiprocessing

import beat


def run(depth):
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
#      flow: main.py: beat.start(3)
#      flow: beat.py: threading.Thread(target=time.sleep, args=(1,)).start()
#      flow: beat.py: pools.run(depth)
#      flow: multiprocessing.Pool(2)
        print(pool.map(abs, range(depth)))
    beat.start(depth - 1)
