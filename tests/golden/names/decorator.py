# A decorator that forks, as a bare name.
from pebble import concurrent


@concurrent.process
 #^^^^^^^^^^^^^^^^^ FRK102 warning: 'pebble.concurrent.process' creates its processes by fork, the default start method on Linux before Python 3.14.
def work():
    return 1
