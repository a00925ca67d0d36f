# A library's class: who derives from it or starts it is elsewhere.
import multiprocessing


class Worker(multiprocessing.Process):
#            ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    def run(self):
        print("working")
