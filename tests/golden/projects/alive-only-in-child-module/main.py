# The module that starts a thread is imported by the child alone.
import multiprocessing

import worker

if __name__ == "__main__":
    first = multiprocessing.Process(target=worker.work)
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    first.start()
    first.join()
    second = multiprocessing.Process(target=worker.work)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    second.start()
    second.join()
