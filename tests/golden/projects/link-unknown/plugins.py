import threading
import time


def noop():
    pass


def start():
    threading.Thread(target=time.sleep, args=(1,)).start()
