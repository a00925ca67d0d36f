import threading
import time


def _report():
    while True:
        time.sleep(0.1)


def start_reporter():
    thread = threading.Thread(target=_report, daemon=True)
    thread.start()
