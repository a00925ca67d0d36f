# Celery's fork of multiprocessing: a default of its own, too.
import multiprocessing

import billiard

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    billiard.Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'billiard.Process' creates its processes by fork, the default start method on Linux.
