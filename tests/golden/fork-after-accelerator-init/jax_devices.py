# The first use of a device starts the runtime.
import multiprocessing

import jax


def work():
    print("working")


def run():
    print(jax.devices())
    multiprocessing.Process(target=work).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of JAX is alive.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK203 error: 'multiprocessing.Process' forks after JAX was initialised.
