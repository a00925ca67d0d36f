# The child runs on to the end of the function and exits there: its thread is never in the parent.
import os
import sys
import threading
import time


def report():
    while True:
        time.sleep(1)


def start_reporter():
    pid = os.fork()
#         ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
    if pid != 0:
        return pid
    try:
        threading.Thread(target=report).start()
        sys.exit(0)
    except SystemExit:
        raise
    except Exception:
        sys.exit(1)


def start_worker():
    pid = os.fork()
#         ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
    if pid != 0:
        return pid
    os._exit(0)


if __name__ == "__main__":
    start_reporter()
    start_worker()
