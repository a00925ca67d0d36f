# args: --fix-style entry-point
# The guard is created where the script has a clear main part.
import multiprocessing


def work():
    print("work")


multiprocessing.Process(target=work).start()
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
