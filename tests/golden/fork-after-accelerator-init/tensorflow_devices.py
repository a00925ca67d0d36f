# Asking for devices starts the runtime, and its threads.
import multiprocessing

import tensorflow as tf


def work():
    print("working", tf)


if __name__ == "__main__":
    print(tf.config.list_physical_devices("GPU"))
    process = multiprocessing.Process(target=work)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK203 error: 'multiprocessing.Process' forks after TensorFlow was initialised.
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of TensorFlow is alive.
    process.start()
