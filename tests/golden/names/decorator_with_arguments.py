from pebble import concurrent


@concurrent.process(timeout=10)
 #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'pebble.concurrent.process' creates its processes by fork, the default start method on Linux before Python 3.14.
def work():
    return 1
