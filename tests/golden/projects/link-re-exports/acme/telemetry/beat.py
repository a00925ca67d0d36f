import threading

_stop = threading.Event()
_thread = threading.Thread(target=_stop.wait)


def start():
    _thread.start()


def stop():
    _stop.set()
    _thread.join()
