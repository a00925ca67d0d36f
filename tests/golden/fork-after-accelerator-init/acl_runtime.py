# The runtime below it.
import multiprocessing

import acl


def work():
    print("working")


def run():
    acl.init()
    acl.rt.set_device(0)
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK203 error: 'multiprocessing.Process' forks after ACL was initialised.
