import multiprocessing

from . import tasks
from ..telemetry import beat


def run():
    beat.start()
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#      says: in acme/__main__.py;
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
#      flow: acme/__main__.py: run()
#      flow: beat.start()
#      flow: acme/telemetry/beat.py: threading.Thread(target=time.sleep, args=(1,)).start()
#      flow: multiprocessing.Pool(2)
        print(pool.map(tasks.square, range(4)))
