# Only this file is given; the thread of another one is still known.
import multiprocessing


def load():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      says: in main.py;
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
#      flow: main.py: beat.start()
#      flow: beat.py: thread.start()
#      flow: main.py: loading.load()
#      flow: multiprocessing.Pool(2)
        return pool.map(abs, range(4))
