"""A child of os.fork() waits for a lock that a thread of the parent held, and prints its stack by faulthandler."""

import faulthandler
import multiprocessing
import os
import sys
import threading
import time

cache_lock = threading.Lock()
shared = multiprocessing.get_context("fork").Lock()


def refresh():
    with cache_lock:
        time.sleep(1000)


def lookup():
    cache_lock.acquire()


def child_waits():
    threading.Thread(target=refresh, daemon=True).start()
    time.sleep(0.2)
    pid = os.fork()
    if pid == 0:
        faulthandler.dump_traceback_later(1, exit=True)
        lookup()
    os.waitpid(pid, 0)


def unclear_who_waits():
    threading.Thread(target=refresh, daemon=True).start()
    time.sleep(0.2)
    pid = os.fork()
    try:
        os.waitpid(pid, 0)
    except (ChildProcessError, ProcessLookupError, ValueError):
        faulthandler.dump_traceback_later(1, exit=True)
        lookup()


def parent_waits():
    pid = os.fork()
    if pid == 0:
        shared.acquire()
        time.sleep(2)
        os._exit(0)
    time.sleep(0.5)
    faulthandler.dump_traceback_later(1, exit=True)
    shared.acquire()


if __name__ == "__main__":
    globals()[sys.argv[1]]()
