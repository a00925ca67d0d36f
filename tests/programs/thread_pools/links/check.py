import threading

DEAD = {"/old", "/gone"}
_lock = threading.Lock()
_visits = {}


def check(link):
    """Asks for a link; some are dead."""
    with _lock:
        _visits[link] = _visits.get(link, 0) + 1
    return link, 404 if link in DEAD else 200


def visits():
    with _lock:
        return sum(_visits.values())
