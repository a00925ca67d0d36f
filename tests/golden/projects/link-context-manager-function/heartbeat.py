import contextlib
import threading

_lock = threading.Lock()


@contextlib.contextmanager
def heartbeat(interval):
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, args=(10 * interval,))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


@contextlib.contextmanager
def locked():
    with _lock:
        yield
