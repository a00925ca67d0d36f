# A method of a class may be what a console script calls.
import threading
from multiprocessing import Process


class App:
    @staticmethod
    def start():
        threading.Thread(target=print, daemon=True).start()
        Process(target=print).start()
#       ^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#       says: No other start method is set before it in start() of crawl/app.py;
#       ^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of threading.Thread is alive.
#       flow: threading.Thread(target=print, daemon=True).start()
#       flow: Process(target=print).start()
