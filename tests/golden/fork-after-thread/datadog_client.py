# The client's thread sends what is buffered, and nothing is unless it is told to.
import os

import datadog


def plain():
    datadog.initialize(api_key="key")
    if os.fork() == 0:
#      ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
        os._exit(0)


def buffered():
    datadog.initialize(api_key="key", statsd_disable_buffering=False)
    if os.fork() == 0:
#      ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
#      ^^^^^^^^^ FRK201 error: 'os.fork' forks while a thread of datadog is alive.
        os._exit(0)
