# An import of what is loaded already starts no thread.
import multiprocessing
import sys


def convert(value):
    if value is not None and "tensorflow" in sys.modules:
        import tensorflow as tf

        return isinstance(value, tf.Tensor)
    return value


def convert_always(value):
    import tensorflow as tf

    return tf.constant(value)


def run():
    convert(1)
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        pool.map(str, range(4))


def run_beside():
    convert_always(1)
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of TensorFlow is alive.
        pool.map(str, range(4))
